using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>The charter in force, or word that there is none.</summary>
[Feature(Feature.Charter)]
internal sealed class CharterModel(CharterReader charters) : CommunePage
{
    public CharterView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await charters.InForceAsync(cancellation) is { } version)
        {
            View = CharterView.Of(version, await charters.Signatories.CountAsync(cancellation));
        }

        return Page();
    }
}
