using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>The numbers that the programme gives of its events.</summary>
[Workspace(Area.Openness)]
internal sealed class FiguresPageModel(CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    public const string FiguresList = "figures";

    [BindProperty]
    public FiguresInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Programme = await desk.WithFiguresAsync(cancellation);
        if (Programme is null)
        {
            return NotFound();
        }

        Input = FiguresInput.From(Programme);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Programme = await desk.WithFiguresAsync(cancellation);
        if (Programme is not { } programme)
        {
            return NotFound();
        }

        if (Arrange is not null)
        {
            Input.Figures.Arrange(FiguresList, Arrange);
            return Arranged();
        }

        for (var i = 0; i < Input.Figures.Count; i++)
        {
            var row = Input.Figures[i];
            if (row.Value is null && !row.Label.IsEmpty)
            {
                Refuse($"Input.Figures[{i}].Value", texts["ValueNeeded"]);
            }
            else if (row.Value is not null && row.Label.IsEmpty)
            {
                Refuse($"Input.Figures[{i}].Label.Ar", texts["LabelNeeded"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.EditedFrom(programme, Input.Revision);
        var before = programme.Figures.ConvertAll(figure => new { figure.Label, figure.Value });
        var kept = Kept(
            programme.Figures, Input.Figures.Where(row => row.Label.ToText() is not null), (figure, row) => figure.Id == row.Id,
            (figure, row, place) => figure.Describe(place, row.Label.ToText()!, row.Value!.Value, row.Event.ToText(), row.On),
            (row, place) => Figure.Of(place, "own-" + Guid.NewGuid().ToString("N"), row.Label.ToText()!, row.Value!.Value, row.Event.ToText(), row.On));
        programme.Figures.AddRange(kept.Except(programme.Figures).ToList());
        audit.Record("openness.figures", "openness:1", null, new { figures = before }, new { figures = kept.ConvertAll(figure => new { figure.Label, figure.Value }) });
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["FiguresSaved"], "openness-figures", "/workspace/openness");
        }

        Programme = await desk.WithFiguresAsync(cancellation);
        return Clash(FiguresInput.From(Programme!), Input, texts);
    }
}

/// <summary>Figures as the form has them.</summary>
internal sealed class FiguresInput : IEdited
{
    public int Revision { get; set; }

    [MaxLength(Rows.Most)]
    public List<FigureRow> Figures { get; set; } = [];

    public static FiguresInput From(Programme programme) => new()
    {
        Revision = programme.Revision,
        Figures = programme.Figures.Select(figure => new FigureRow
        {
            Id = figure.Id,
            Label = LocalizedInput.From(figure.Label),
            Value = figure.Value,
            Event = LocalizedInput.From(figure.Event),
            On = figure.On,
        }).WithRoom(),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
        [Commitments.Editing.Said.OfRows(texts["Figures"], Figures.Where(row => !row.Label.IsEmpty), row =>
            [Commitments.Editing.Said.InWords(row.Label.ToText()), $"{row.Value}", Commitments.Editing.Said.InWords(row.Event.ToText()), row.On is null ? null : Formats.Date(row.On)])];
}

internal sealed class FigureRow
{
    public int? Id { get; set; }

    [Localized]
    public LocalizedInput Label { get; set; } = new();

    [Range(0, int.MaxValue)]
    public int? Value { get; set; }

    [Localized]
    public LocalizedInput Event { get; set; } = new();

    public DateOnly? On { get; set; }
}
