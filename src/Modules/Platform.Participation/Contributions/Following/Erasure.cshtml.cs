using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Following;

/// <summary>The team removes name and address on request (law 09-08) where the person has no tracking code any more.</summary>
[Workspace(Area.Participation)]
internal sealed class ErasureModel(CommuneContext db, Keeper keeper, IStringLocalizer<ContributionsTexts> texts) : WorkspacePage
{
    [BindProperty]
    public ErasureForm Input { get; set; } = new();

    /// <summary>What the number that was typed names: looked at before it is removed for good.</summary>
    public FoundContribution? Found { get; private set; }

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Contribution.ReadNumber(Input.Number) is not var (year, id)
            || await db.Set<Contribution>().AsNoTracking().Include(one => one.Participant).FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } found
            || Reception.YearOf(found.ReceivedAt) != year)
        {
            Refuse("Input.Number", texts["ErasureUnknown"]);
            return Invalid();
        }

        if (found.Participant.ErasedAt is not null)
        {
            Refuse("Input.Number", texts["ErasureDone"]);
            return Invalid();
        }

        // A digit that is wrong would take somebody else's name away: what is removed is what was looked at.
        if (!Input.Confirmed || Input.LookedAt != id)
        {
            Found = await FindAsync(found, cancellation);
            var before = Input.LookedAt;

            // The box is for what is looked at now, whatever was ticked before.
            (Input.LookedAt, Input.Confirmed) = (id, false);
            ModelState.Remove("Input.Confirmed");
            if (before is null)
            {
                return Page();
            }

            Refuse("Input.Confirmed", texts[before == id ? "ErasureCheck" : "ErasureOther"]);
            return Invalid();
        }

        await keeper.EraseAsync(id, Input.Reason, cancellation);
        Notice = texts["Erased", found.NumberIn(year)];
        return RedirectToPage();
    }

    private Task<FoundContribution> FindAsync(Contribution found, CancellationToken cancellation) =>
        db.Set<Contribution>().Where(one => one.Id == found.Id)
            .Join(db.Set<Consultation>(), one => one.ConsultationId, consultation => consultation.Id, (one, consultation) => new FoundContribution(
                consultation.Title, one.ReceivedAt, one.Channel == Channel.Paper, one.Remarks.Count(remark => remark.Kind != RemarkKind.Priority),
                db.Set<Contribution>().Count(other => other.Participant.Id == one.Participant.Id)))
            .FirstAsync(cancellation);
}

internal sealed class ErasureForm
{
    [Required, MaxLength(20)]
    public string? Number { get; set; }

    [Required, MaxLength(AuditEntry.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>Key of the contribution that was shown before this was sent; none at the first look.</summary>
    public int? LookedAt { get; set; }

    public bool Confirmed { get; set; }
}

/// <summary>A contribution as somebody who has only its receipt recognises it; nothing of the person.</summary>
/// <param name="OfThePerson">How much the same person sent to the consultation, this included: all of it loses its author.</param>
internal sealed record FoundContribution(LocalizedText Consultation, DateTime ReceivedAt, bool OnPaper, int Remarks, int OfThePerson);
