using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

[JsonConverter(typeof(PlanWord<ImportState>))]
internal enum ImportState
{
    /// <summary>Being corrected: nothing of it is in the plan.</summary>
    Open,

    Applied,

    /// <summary>Applied and taken back.</summary>
    Undone,

    /// <summary>Given up before it was applied.</summary>
    Discarded,
}

/// <summary>
/// What was understood of a file, kept while a person corrects it: over several requests, a lost connection, a killed process. It is applied whole or
/// not at all, and once.
/// </summary>
internal sealed class ImportDraft : IRevised
{
    public const int FileNameLength = 200;

    private ImportDraft()
    {
    }

    public int Id { get; private set; }

    /// <summary>As the person's computer called it: shown, never used as a path.</summary>
    public string FileName { get; private set; } = "";

    public OfficeFormat Format { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>What the plan has already is brought to what the file says, unless a row says otherwise.</summary>
    public bool Updates { get; private set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    public IReadOnlyList<ImportNote> Notes { get; private set; } = [];

    public DateTime UploadedAt { get; private set; }

    /// <summary>As the audit trail names people.</summary>
    public string UploadedBy { get; private set; } = "";

    public DateTime? AppliedAt { get; private set; }

    /// <summary>What applying did, for undoing it.</summary>
    public ImportOutcome? Outcome { get; private set; }

    public int Revision { get; private set; }

    public static ImportDraft Of(string fileName, OfficeFormat format, UnderstoodPlan understood, bool updates, string by, DateTime now) => new()
    {
        FileName = fileName.Length <= FileNameLength ? fileName : fileName[^FileNameLength..],
        Format = format,
        Rows = understood.Rows,
        Notes = understood.Notes,
        Updates = updates,
        UploadedBy = by,
        UploadedAt = now,
    };

    /// <summary>Rows are replaced whole, so that EF Core sees the change.</summary>
    public void Correct(Func<ImportRow, ImportRow> row)
    {
        Refuse(State != ImportState.Open);
        Rows = [.. Rows.Select(row)];
    }

    public void Update(bool updates)
    {
        Refuse(State != ImportState.Open);
        Updates = updates;
    }

    public void Apply(ImportOutcome outcome, DateTime now)
    {
        Refuse(State != ImportState.Open);
        (State, Outcome, AppliedAt) = (ImportState.Applied, outcome, now);
    }

    public void Undo()
    {
        Refuse(State != ImportState.Applied);
        State = ImportState.Undone;
    }

    /// <summary>Nothing is kept of what nobody wants.</summary>
    public void Discard()
    {
        Refuse(State != ImportState.Open);
        (State, Rows, Notes) = (ImportState.Discarded, [], []);
    }

    private static void Refuse(bool wrong)
    {
        if (wrong)
        {
            throw new InvalidOperationException("The import is past that.");
        }
    }
}

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("plan_import_drafts");
        builder.Property(draft => draft.FileName).HasMaxLength(ImportDraft.FileNameLength);
        builder.Property(draft => draft.UploadedBy).HasMaxLength(AuditEntry.ShortLength);
        builder.HasIndex(draft => draft.UploadedAt);
        Whole(builder.Property(draft => draft.Rows));
        Whole(builder.Property(draft => draft.Notes));
        builder.Property(draft => draft.Outcome).HasConversion(
            outcome => JsonSerializer.Serialize(outcome, Json),
            json => JsonSerializer.Deserialize<ImportOutcome>(json, Json));
    }

    /// <summary>A list that is only ever read and written whole: one JSON column.</summary>
    private static void Whole<T>(PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
        items => JsonSerializer.Serialize(items, Json),
        json => JsonSerializer.Deserialize<List<T>>(json, Json)!,
        new ValueComparer<IReadOnlyList<T>>((one, other) => ReferenceEquals(one, other), items => items.Count, items => items));
}
