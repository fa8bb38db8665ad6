using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>Title and years of the programme; here a programme begins.</summary>
[Workspace(Area.Openness)]
internal sealed class ProgrammePageModel(CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    /// <summary>None while it is about to begin.</summary>
    public Programme? Programme { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Programme = await desk.ProgrammeAsync(cancellation);
        Input = Programme is null ? new() : ProgrammeInput.From(Programme);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Programme = await desk.ProgrammeAsync(cancellation);
        if (Input.RunsTo < Input.RunsFrom)
        {
            Refuse("Input.RunsTo", texts["EndBeforeStart"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var isNew = Programme is null;
        Programme ??= Programme.Begin(Input.Title.ToText()!);
        if (isNew)
        {
            Db.Add(Programme);
        }
        else
        {
            Db.EditedFrom(Programme, Input.Revision);
        }

        Programme.Rename(Input.Title.ToText()!);
        Programme.RunFor(Input.RunsFrom, Input.RunsTo);
        if (isNew)
        {
            audit.Record("openness.begun", "openness:1", null, null, new { title = Programme.Title });
        }
        else
        {
            audit.RecordChange("openness.described", "openness:1", Programme);
        }

        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["ProgrammeSaved"], "openness-programme", "/workspace/openness");
        }

        Programme = await desk.ProgrammeAsync(cancellation);
        return Clash(ProgrammeInput.From(Programme!), Input, texts);
    }
}

/// <summary>Title and years as the form has them.</summary>
internal sealed class ProgrammeInput : IEdited
{
    public int Revision { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    public DateOnly? RunsFrom { get; set; }

    public DateOnly? RunsTo { get; set; }

    public static ProgrammeInput From(Programme programme) => new()
    {
        Revision = programme.Revision,
        Title = LocalizedInput.From(programme.Title),
        RunsFrom = programme.RunsFrom,
        RunsTo = programme.RunsTo,
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["ProgrammeTitle"], Title.ToText()),
        Commitments.Editing.Said.Of(texts["RunsFrom"], RunsFrom),
        Commitments.Editing.Said.Of(texts["RunsTo"], RunsTo),
    ];
}
