using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>A round of consultation on a plan: a new one of the plan <c>?plan=</c>, or one that is there.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class RoundPageModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    /// <summary>None while it is being added.</summary>
    public PlanRound? Round { get; private set; }

    public string KeepKey => Round is null ? $"plan-{Plan.Number}-round" : $"round-{Round.Id}";

    public async Task<IActionResult> OnGetAsync(int? id, int? plan, CancellationToken cancellation)
    {
        if (!await FindAsync(id, plan, cancellation))
        {
            return NotFound();
        }

        Input = Round is null ? new() : RoundInput.Of(Round);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, int? plan, CancellationToken cancellation)
    {
        if (!await FindAsync(id, plan, cancellation))
        {
            return NotFound();
        }

        if (Input.To < Input.From)
        {
            Refuse("Input.To", texts["EndBeforeStart"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Round is null)
        {
            await SaveRetriedAsync(
                async () =>
                {
                    var open = (await desk.PlanAsync(Plan.Number, cancellation))!;
                    var round = PlanRound.Of(
                        1 + (open.Rounds.Count == 0 ? 0 : open.Rounds.Max(other => other.Number)), Input.From!.Value, Input.To!.Value, Input.Title.ToText()!,
                        Input.Invitation.ToText());
                    round.Describe(round.From, round.To, round.Title, round.Invitation, Input.Outcome.ToText());
                    open.Rounds.Add(round);
                    audit.Record("plan.round-announced", $"plan:{open.Number}", null, null, new { round.Number, round.From, round.To, round.Title });
                },
                cancellation);
            return Done();
        }

        Db.EditedFrom(Round, Input.Revision);
        Round.Describe(Input.From!.Value, Input.To!.Value, Input.Title.ToText()!, Input.Invitation.ToText(), Input.Outcome.ToText());
        audit.RecordChange("plan.round-described", $"plan:{Plan.Number}", Round);
        if (await Db.SavedAsync(cancellation))
        {
            return Done();
        }

        await FindAsync(id, plan, cancellation);
        return Clash(RoundInput.Of(Round), Input, texts);
    }

    private RedirectResult Done()
    {
        return Done(texts["RoundSaved"], KeepKey, $"/workspace/action-plan?plan={Plan.Number}#stages");
    }

    private async Task<bool> FindAsync(int? id, int? number, CancellationToken cancellation)
    {
        if (id is null)
        {
            return number is { } known && await desk.PlanAsync(known, cancellation) is { } open && (Plan = open) is not null;
        }

        var of = await (
            from round in Db.Set<PlanRound>()
            join plan in Db.Set<Plan>() on round.PlanId equals plan.Id
            where round.Id == id
            select (int?)plan.Number).FirstOrDefaultAsync(cancellation);
        if (of is null || await desk.PlanAsync(of.Value, cancellation) is not { } found)
        {
            return false;
        }

        (Plan, Round) = (found, found.Rounds.First(round => round.Id == id));
        return true;
    }
}

/// <summary>A round as its form has it.</summary>
internal sealed class RoundInput : IEdited
{
    public int Revision { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [Required]
    public DateOnly? From { get; set; }

    [Required]
    public DateOnly? To { get; set; }

    [Localized(Longest = 2000)]
    public LocalizedInput Invitation { get; set; } = new();

    [Localized(Longest = 5000)]
    public LocalizedInput Outcome { get; set; } = new();

    public static RoundInput Of(PlanRound round) => new()
    {
        Revision = round.Revision,
        Title = LocalizedInput.From(round.Title),
        From = round.From,
        To = round.To,
        Invitation = LocalizedInput.From(round.Invitation),
        Outcome = LocalizedInput.From(round.Outcome),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["RoundTitle"], Title.ToText()),
        Commitments.Editing.Said.Of(texts["RoundFrom"], From),
        Commitments.Editing.Said.Of(texts["RoundTo"], To),
        Commitments.Editing.Said.Of(texts["RoundInvitation"], Invitation.ToText()),
        Commitments.Editing.Said.Of(texts["RoundOutcome"], Outcome.ToText()),
    ];
}
