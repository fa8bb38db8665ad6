using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>A step on the way of the programme, and whether it took place.</summary>
[Workspace(Area.Openness)]
internal sealed class MilestonePageModel(
    CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts, IStringLocalizer<OpennessTexts> words) : EditPage(db)
{
    [BindProperty]
    public MilestoneInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    /// <summary>None while it is being added.</summary>
    public Milestone? Milestone { get; private set; }

    public string KeepKey => Milestone is null ? "openness-milestone" : $"openness-milestone-{Milestone.Id}";

    public IEnumerable<SelectListItem> Precisions => texts.Choices<DatePrecision>("Precision");

    public IEnumerable<SelectListItem> Answers =>
        [new(texts["KeptUnknown"], ""), new(words["Milestone_" + MilestoneState.Kept], "True"), new(words["Milestone_" + MilestoneState.Missed], "False")];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Input = Milestone is null ? new() : MilestoneInput.Of(Milestone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Input.To < Input.From)
        {
            Refuse("Input.To", texts["EndBeforeStart"]);
        }

        if (Input.Kept is not null && Input.From > desk.Today)
        {
            Refuse("Input.Kept", texts["NotYet"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var isNew = Milestone is null;
        var milestone = Milestone ?? Milestone.Of(Input.From!.Value, Input.To, Input.Precision, Input.Title.ToText()!, Input.Place.ToText());
        if (isNew)
        {
            Programme!.Milestones.Add(milestone);
        }
        else
        {
            Db.EditedFrom(milestone, Input.Revision);
            milestone.Describe(Input.From!.Value, Input.To, Input.Precision, Input.Title.ToText()!, Input.Place.ToText());
        }

        if (Input.Kept is { } kept && kept != milestone.Kept)
        {
            milestone.Settle(kept, desk.Today);
        }
        else if (Input.Kept is null && milestone.Kept is not null)
        {
            milestone.Unsettle();
        }

        if (isNew)
        {
            audit.Record("openness.milestone-added", "openness:1", null, null, new { milestone.Title, milestone.From, milestone.Kept });
        }
        else
        {
            audit.RecordChange("openness.milestone-described", $"milestone:{milestone.Id}", milestone);
        }

        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["MilestoneSaved"], isNew ? "openness-milestone" : KeepKey, $"/workspace/openness#milestone-{milestone.Id}");
        }

        await FindAsync(id, cancellation);
        return Clash(MilestoneInput.Of(Milestone!), Input, texts);
    }

    private async Task<bool> FindAsync(int? id, CancellationToken cancellation)
    {
        Programme = await desk.ProgrammeAsync(cancellation);
        Milestone = id is null ? null : await Db.Set<Milestone>().FirstOrDefaultAsync(milestone => milestone.Id == id, cancellation);
        return Programme is not null && (id is null || Milestone is not null);
    }
}

/// <summary>A step of the programme as its form has it.</summary>
internal sealed class MilestoneInput : IEdited
{
    public int Revision { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [Required]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [EnumDataType(typeof(DatePrecision), ErrorMessage = "ValidationInvalid")]
    public DatePrecision Precision { get; set; }

    [Localized]
    public LocalizedInput Place { get; set; } = new();

    public bool? Kept { get; set; }

    public static MilestoneInput Of(Milestone milestone) => new()
    {
        Revision = milestone.Revision,
        Title = LocalizedInput.From(milestone.Title),
        From = milestone.From,
        To = milestone.To,
        Precision = milestone.Precision,
        Place = LocalizedInput.From(milestone.Place),
        Kept = milestone.Kept,
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["MilestoneTitle"], Title.ToText()),
        Commitments.Editing.Said.Of(texts["MilestoneFrom"], From),
        Commitments.Editing.Said.Of(texts["MilestoneTo"], To),
        new(texts["MilestonePrecision"], texts["Precision" + Precision]),
        Commitments.Editing.Said.Of(texts["MilestonePlace"], Place.ToText()),
        new(texts["MilestoneKept"], texts[Kept switch { true => "Yes", false => "No", null => "KeptUnknown" }]),
    ];
}
