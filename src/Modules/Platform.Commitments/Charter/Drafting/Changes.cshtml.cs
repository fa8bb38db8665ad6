using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>What the version being made changes: of the version in force, or with <c>?kept=</c> of a text of it that was kept.</summary>
[Workspace(Area.Charter)]
internal sealed class ChangesModel(CommuneContext db, CharterDrafts drafts, CharterReader charters) : WorkspacePage
{
    public CharterDifferences? Differences { get; private set; }

    public CharterVersion? Before { get; private set; }

    public KeptText? Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? kept, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(cancellation) is not { } open)
        {
            return NotFound();
        }

        if (kept is not null)
        {
            Kept = await db.Set<KeptText>().AsNoTracking().FirstOrDefaultAsync(text => text.Id == kept && text.CharterVersionId == open.Id, cancellation);
            if (Kept is null)
            {
                return NotFound();
            }

            Before = Kept.ToVersion(open.Number);
        }
        else
        {
            Before = await charters.InForceAsync(cancellation);
        }

        Differences = Before is null ? null : CharterDifferences.Between(Before, open, Language);
        return Page();
    }
}
