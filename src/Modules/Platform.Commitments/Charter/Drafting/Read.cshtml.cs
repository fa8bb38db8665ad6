using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>The version being made as readers will see it; <c>?kept=</c> shows a text of it that was kept.</summary>
[Workspace(Area.Charter)]
internal sealed class ReadModel(CommuneContext db, CharterDrafts drafts) : WorkspacePage
{
    public CharterView View { get; private set; } = null!;

    public KeptText? Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? kept, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(cancellation) is not { } open)
        {
            return NotFound();
        }

        var version = open;
        if (kept is not null)
        {
            Kept = await db.Set<KeptText>().AsNoTracking().FirstOrDefaultAsync(text => text.Id == kept && text.CharterVersionId == open.Id, cancellation);
            if (Kept is null)
            {
                return NotFound();
            }

            version = Kept.ToVersion(open.Number);
        }

        View = CharterView.Of(version, 0);
        return Page();
    }
}
