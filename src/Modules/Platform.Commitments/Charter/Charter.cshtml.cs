using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.Drafting;
using Platform.Commitments.Charter.FollowUp;
using Platform.Commitments.Evaluations;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>The charter in force, or word that there is none.</summary>
[Feature(Feature.Charter)]
internal sealed class CharterModel(CharterReader charters, FollowUpReader followUp, EvaluationReader evaluations, IShapers shapers, TimeProvider time) : CommunePage
{
    public CharterView? View { get; private set; }

    public ConsultationRound? OpenRound { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        OpenRound = await charters.OpenRoundAsync(time.TodayInMorocco(), cancellation);
        if (await charters.InForceAsync(cancellation) is { } version)
        {
            View = CharterView.Of(version, await charters.Signatories.CountAsync(cancellation)) with
            {
                Standings = await followUp.StandingsAsync(cancellation),
                Verdicts = await evaluations.LatestAsync(Evaluated.Charter, cancellation),
                Rounds = await charters.RoundsAsync(version, cancellation),
                Documents = [.. (await charters.DocumentsAsync([version], cancellation))[version.DocumentsSubject]],
                OpenRound = OpenRound,
                Shaped = await shapers.OfAsync(CharterView.AddressesOf(version), cancellation),
            };
        }

        return Page();
    }
}
