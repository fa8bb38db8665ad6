using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Ui.Office;

namespace Platform.Commitments.Importing;

/// <summary>
/// What was understood of a file, kept while a person corrects it: over several requests, a lost connection, a killed process. It is applied whole or
/// not at all, and once.
/// </summary>
internal abstract class UnderstoodFile : IRevised
{
    public const int FileNameLength = 200;

    public int Id { get; private set; }

    /// <summary>As the person's computer called it: shown, never used as a path.</summary>
    public string FileName { get; private set; } = "";

    public OfficeFormat Format { get; private set; }

    public ImportState State { get; protected set; }

    /// <summary>What is there already is brought to what the file says, unless a row says otherwise.</summary>
    public bool Updates { get; private set; }

    public IReadOnlyList<ImportNote> Notes { get; protected set; } = [];

    public DateTime UploadedAt { get; private set; }

    /// <summary>As the audit trail names people.</summary>
    public string UploadedBy { get; private set; } = "";

    public DateTime? AppliedAt { get; protected set; }

    public int Revision { get; private set; }

    public void Update(bool updates)
    {
        Refuse(State != ImportState.Open);
        Updates = updates;
    }

    public void Undo()
    {
        Refuse(State != ImportState.Applied);
        State = ImportState.Undone;
    }

    /// <summary>After it was taken back: to be corrected and applied again, with all that was corrected before.</summary>
    public virtual void Reopen()
    {
        Refuse(State != ImportState.Undone);
        (State, AppliedAt) = (ImportState.Open, null);
    }

    protected void Receive(string fileName, OfficeFormat format, IReadOnlyList<ImportNote> notes, bool updates, string by, DateTime now)
    {
        FileName = fileName.Length <= FileNameLength ? fileName : fileName[^FileNameLength..];
        (Format, Notes, Updates, UploadedBy, UploadedAt) = (format, notes, updates, by, now);
    }

    protected static void Refuse(bool wrong)
    {
        if (wrong)
        {
            throw new InvalidOperationException("The import is past that.");
        }
    }
}

/// <typeparam name="TRow">A row as the file tells it and the person has corrected it.</typeparam>
/// <typeparam name="TOutcome">What applying did.</typeparam>
internal abstract class UnderstoodFile<TRow, TOutcome> : UnderstoodFile
    where TOutcome : class
{
    public IReadOnlyList<TRow> Rows { get; protected set; } = [];

    /// <summary>What applying did, for undoing it.</summary>
    public TOutcome? Outcome { get; private set; }

    /// <summary>Rows are replaced whole, so that EF Core sees the change.</summary>
    public void Correct(Func<TRow, TRow> row)
    {
        Refuse(State != ImportState.Open);
        Rows = [.. Rows.Select(row)];
    }

    public void Apply(TOutcome outcome, DateTime now)
    {
        Refuse(State != ImportState.Open);
        (State, Outcome, AppliedAt) = (ImportState.Applied, outcome, now);
    }

    public override void Reopen()
    {
        base.Reopen();
        Outcome = null;
    }

    /// <summary>Nothing is kept of what nobody wants.</summary>
    public void Discard()
    {
        Refuse(State != ImportState.Open);
        (State, Rows, Notes) = (ImportState.Discarded, [], []);
    }
}

internal static class UnderstoodFileMapping
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void HasUnderstoodFile<TFile, TRow, TOutcome>(this EntityTypeBuilder<TFile> builder)
        where TFile : UnderstoodFile<TRow, TOutcome>
        where TOutcome : class
    {
        builder.Property(file => file.FileName).HasMaxLength(UnderstoodFile.FileNameLength);
        builder.Property(file => file.UploadedBy).HasMaxLength(AuditEntry.ShortLength);
        builder.HasIndex(file => file.UploadedAt);
        Whole(builder.Property(file => file.Rows));
        Whole(builder.Property(file => file.Notes));
        builder.Property(file => file.Outcome).HasConversion(
            outcome => JsonSerializer.Serialize(outcome, Json),
            json => JsonSerializer.Deserialize<TOutcome>(json, Json));
    }

    /// <summary>A list that is only ever read and written whole: one JSON column.</summary>
    private static void Whole<T>(PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
        items => JsonSerializer.Serialize(items, Json),
        json => JsonSerializer.Deserialize<List<T>>(json, Json)!,
        new ValueComparer<IReadOnlyList<T>>((one, other) => ReferenceEquals(one, other), items => items.Count, items => items));
}
