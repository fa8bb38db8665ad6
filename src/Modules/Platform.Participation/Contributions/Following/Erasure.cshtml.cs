using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Following;

/// <summary>The team removes name and address on request (law 09-08) where the person has no tracking code any more.</summary>
[Workspace(Area.Participation)]
internal sealed class ErasureModel(CommuneContext db, Keeper keeper, IStringLocalizer<ContributionsTexts> texts) : WorkspacePage
{
    [BindProperty]
    public ErasureForm Input { get; set; } = new();

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
}
