using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>Asks the committee for an evaluation; of one that is open, changes until when and what is asked.</summary>
[Workspace(Area.Charter, Area.ActionPlan, Area.Openness)]
internal sealed class NewEvaluationModel(
    CommuneContext db, EvaluationDesk desk, EvaluatedReader documents, IPeople people, Mails mails, AuditTrail audit, IStringLocalizer<EvaluationsTexts> texts)
    : EditPage(db)
{
    /// <summary>Time that a committee is given where the team says nothing else.</summary>
    private const int UsualDays = 21;

    [BindProperty]
    public EvaluationInput Input { get; set; } = new();

    /// <summary>The evaluation that is changed; none for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "evaluation")]
    public int? Changed { get; set; }

    public Evaluation? Standing { get; private set; }

    public string KeepKey => string.Create(CultureInfo.InvariantCulture, $"evaluation-{Changed}");

    /// <summary>Members of the committee that have an account, and are written to.</summary>
    public int Members { get; private set; }

    public IEnumerable<SelectListItem> Documents => desk.Mine.Select(about => new SelectListItem(texts["About_" + about], about.ToString()));

    public IEnumerable<SelectListItem> Periods => desk.Periods().Select(period => new SelectListItem(Formats.Period(period), period.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        Input = Standing is null ? new() { DueOn = desk.Today.AddDays(UsualDays) } : EvaluationInput.From(Standing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (Input.DueOn < desk.Today && Input.DueOn != Standing?.DueOn)
        {
            Refuse("Input.DueOn", texts["DueInPast"]);
        }

        if (Standing is null)
        {
            return await OpenAsync(cancellation);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.EditedFrom(Standing, Input.Revision);
        Standing.Ask(Input.DueOn!.Value, Input.Lead.ToText());
        audit.RecordChange("evaluation.described", Standing.Subject, Standing);
        if (await Db.SavedAsync(cancellation))
        {
            return Done(Standing.Id, "Saved");
        }

        await FindAsync(cancellation);
        return Clash(EvaluationInput.From(Standing!), Input, texts);
    }

    private async Task<IActionResult> OpenAsync(CancellationToken cancellation)
    {
        if (Input.About is not { } about || !desk.Mine.Contains(about))
        {
            Refuse("Input.About", texts["AboutNeeded"]);
        }
        else if (await documents.TodayAsync(about, cancellation) is not { } document)
        {
            Refuse("Input.About", texts["NothingPublished"]);
        }
        else if (!Period.TryParse(Input.Period, out var period) || !desk.Periods().Contains(period))
        {
            Refuse("Input.Period", texts["PeriodNeeded"]);
        }
        else if (await Db.Set<Evaluation>().AnyAsync(other => other.About == about && other.Period == period, cancellation))
        {
            Refuse("Input.Period", texts["PeriodTaken"]);
        }
        else if (ModelState.IsValid)
        {
            return await OpenAsync(Evaluation.Of(about, document.Number, document.Title, period, Input.DueOn!.Value, Input.Lead.ToText(), desk.Now), cancellation);
        }

        return Invalid();
    }

    private async Task<IActionResult> OpenAsync(Evaluation evaluation, CancellationToken cancellation)
    {
        Db.Add(evaluation);
        audit.Record("evaluation.opened", evaluation.Subject, null, null, new { about = evaluation.About, period = evaluation.Period, dueOn = evaluation.DueOn, lead = evaluation.Lead });
        foreach (var member in await people.MembersAsync([Role.CommitteeMember], cancellation))
        {
            mails.Send(
                member.Mail, member.Language,
                MailText.Of<EvaluationsTexts>("Asked", evaluation.Name(), Commune.Name, evaluation.DueOn)
                    .Leading($"{Commune.Address}/{member.Language.Tag}/workspace/evaluations"));
        }

        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // A colleague opened the same one in this moment.
            Db.ChangeTracker.Clear();
            Refuse("Input.Period", texts["PeriodTaken"]);
            return Invalid();
        }

        return Done(evaluation.Id, "Opened");
    }

    private RedirectResult Done(int id, string said) => Done(texts[said], KeepKey, string.Create(CultureInfo.InvariantCulture, $"/workspace/evaluations/{id}"));

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Members = (await people.MembersAsync([Role.CommitteeMember], cancellation)).Count;
        if (Changed is { } id)
        {
            Standing = await desk.FindAsync(id, cancellation);
        }

        return Changed is null || (Standing is { PublishedAt: null } && desk.Mine.Contains(Standing.About));
    }
}

/// <summary>What is asked of the committee, as the form has it.</summary>
internal sealed class EvaluationInput : IEdited
{
    public int Revision { get; set; }

    public Evaluated? About { get; set; }

    public string? Period { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }

    [Localized(Longest = 1000)]
    public LocalizedInput Lead { get; set; } = new();

    public static EvaluationInput From(Evaluation evaluation) => new()
    {
        Revision = evaluation.Revision,
        About = evaluation.About,
        Period = evaluation.Period.ToString(),
        DueOn = evaluation.DueOn,
        Lead = LocalizedInput.From(evaluation.Lead),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Editing.Said.Of(texts["DueOn"], DueOn),
        Editing.Said.Of(texts["LeadLabel"], Lead.ToText()),
    ];
}
