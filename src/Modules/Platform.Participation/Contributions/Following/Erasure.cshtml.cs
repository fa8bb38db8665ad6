using System.ComponentModel.DataAnnotations;
using System.Globalization;
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

        var parts = Input.Number!.Split('/');
        if (parts.Length != 2
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await db.Set<Contribution>().AsNoTracking().Include(one => one.Participant).FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } found
            || found.NumberIn(Reception.YearOf(found.ReceivedAt)) != $"{parts[0]}/{id:000000}")
        {
            ModelState.AddModelError("Input.Number", texts["ErasureUnknown"]);
            return Invalid();
        }

        if (found.Participant.ErasedAt is not null)
        {
            ModelState.AddModelError("Input.Number", texts["ErasureDone"]);
            return Invalid();
        }

        if (!Input.Confirmed)
        {
            // A digit that is wrong would take somebody else's name away.
            Found = await db.Set<Contribution>().Where(one => one.Id == id)
                .Join(db.Set<Consultation>(), one => one.ConsultationId, consultation => consultation.Id, (one, consultation) => new FoundContribution(
                    consultation.Title, one.ReceivedAt, one.Channel == Channel.Paper, one.Remarks.Count(remark => remark.Kind != RemarkKind.Priority)))
                .FirstAsync(cancellation);
            Refuse("Input.Confirmed", texts["ErasureCheck"]);
            return Invalid();
        }

        await keeper.EraseAsync(id, Input.Reason, cancellation);
        Notice = texts["Erased", Input.Number];
        return RedirectToPage();
    }
}

internal sealed class ErasureForm
{
    [Required, MaxLength(20)]
    public string? Number { get; set; }

    [Required, MaxLength(AuditEntry.ReasonLength)]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}

/// <summary>A contribution as somebody who has only its receipt recognises it; nothing of the person.</summary>
internal sealed record FoundContribution(LocalizedText Consultation, DateTime ReceivedAt, bool OnPaper, int Remarks);
