using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.Drafting;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>
/// The text that a round of consultation was about: while a public round goes on, with how to make suggestions; afterwards, once the version is published, as
/// part of how it was made. This address always shows the same text.
/// </summary>
[Feature(Feature.Charter)]
internal sealed class ConsultationModel(CommuneContext db, TimeProvider time) : CommunePage
{
    public ConsultationRound Round { get; private set; } = null!;

    public CharterView View { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        if (await db.Set<ConsultationRound>().AsNoTracking().Include(round => round.Text).FirstOrDefaultAsync(round => round.Id == id, cancellation) is not { } found
            || await db.Set<CharterVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.Id == found.CharterVersionId, cancellation) is not { } version
            || !(found.IsShownOn(today) || version.State is CharterState.InForce or CharterState.Superseded))
        {
            return NotFound();
        }

        Round = found;
        View = CharterView.Of(found.Text.ToVersion(version.Number), 0);
        IsOpen = version.State == CharterState.Draft && found.Public && found.From <= today && (found.To is null || found.To >= today);
        return Page();
    }
}
