using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>One of the short lists of the programme, whole: goals, principles, priority axes, steps of the method, papers, next steps.</summary>
[Workspace(Area.Openness)]
internal sealed class StatementsPageModel(CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    public const string ItemsList = "items";

    [BindProperty]
    public StatementsInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    public StatementKind Kind { get; private set; }

    /// <summary>A goal has a text below its title; the others are a line each.</summary>
    public bool HasTexts => Kind == StatementKind.Goal;

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, cancellation))
        {
            return NotFound();
        }

        Input = StatementsInput.From(Programme!, Kind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, cancellation))
        {
            return NotFound();
        }

        if (Arrange is not null)
        {
            Input.Items.Arrange(ItemsList, Arrange);
            return Arranged();
        }

        for (var i = 0; i < Input.Items.Count; i++)
        {
            if (Input.Items[i].Title.IsEmpty && !Input.Items[i].Text.IsEmpty)
            {
                Refuse($"Input.Items[{i}].Title.Ar", texts["TitleNeeded"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var programme = Programme!;
        Db.EditedFrom(programme, Input.Revision);
        var before = programme.Statements.ConvertAll(statement => statement.Title);
        var kept = Kept(
            programme.Statements, Input.Items.Where(row => row.Title.ToText() is not null), (statement, row) => statement.Id == row.Id,
            (statement, row, place) => statement.Word(place, row.Title.ToText()!, HasTexts ? row.Text.ToText() : statement.Text),
            (row, place) => Statement.Of(Kind, place, row.Title.ToText()!, HasTexts ? row.Text.ToText() : null));
        programme.Statements.AddRange(kept.Except(programme.Statements).ToList());
        audit.Record("openness.listed", "openness:1", null, new { kind = Kind, list = before }, new { kind = Kind, list = kept.ConvertAll(statement => statement.Title) });
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["ListSaved"], $"openness-{Kind}", "/workspace/openness");
        }

        await FindAsync(kind, cancellation);
        return Clash(StatementsInput.From(Programme!, Kind), Input, texts);
    }

    private async Task<bool> FindAsync(string kind, CancellationToken cancellation)
    {
        if (!Enum.GetNames<StatementKind>().Contains(kind))
        {
            return false;
        }

        Kind = Input.Kind = Enum.Parse<StatementKind>(kind);
        Programme = await desk.WithStatementsAsync(Kind, cancellation);
        return Programme is not null;
    }
}

/// <summary>A list of statements as its form has it.</summary>
internal sealed class StatementsInput : IEdited
{
    public int Revision { get; set; }

    [BindNever]
    public StatementKind Kind { get; set; }

    [MaxLength(Rows.Most)]
    public List<StatementRow> Items { get; set; } = [];

    public static StatementsInput From(Programme programme, StatementKind kind) => new()
    {
        Kind = kind,
        Revision = programme.Revision,
        Items = programme.Statements
            .Select(statement => new StatementRow { Id = statement.Id, Title = LocalizedInput.From(statement.Title), Text = LocalizedInput.From(statement.Text) })
            .WithRoom(),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) => [Commitments.Editing.Said.Of(texts["Statements" + Kind], Items.Select(row => row.Title.ToText()))];
}

internal sealed class StatementRow
{
    public int? Id { get; set; }

    [Localized(Longest = 1000)]
    public LocalizedInput Title { get; set; } = new();

    [Localized(Longest = 3000)]
    public LocalizedInput Text { get; set; } = new();
}
