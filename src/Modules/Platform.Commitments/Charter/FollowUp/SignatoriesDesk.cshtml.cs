using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>Who signed, to be added and corrected; <c>?p=</c> turns the page.</summary>
[Workspace(Area.Charter)]
internal sealed class SignatoriesDeskModel(CommuneContext db) : WorkspacePage
{
    private const int PageSize = 50;

    public IReadOnlyList<Signatory> Signatories { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync([Range(1, 1_000_000)] int? p, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        Number = p ?? 1;
        Pages = PageNumber.PagesOf(await db.Set<Signatory>().CountAsync(cancellation), PageSize);
        if (Number > Pages)
        {
            return NotFound();
        }

        Signatories = await db.Set<Signatory>().AsNoTracking()
            .OrderByDescending(signatory => signatory.SignedOn).ThenByDescending(signatory => signatory.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return Page();
    }
}
