using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>One adopted version of the charter, the one in force or an earlier one: this address always shows the same text.</summary>
[Feature(Feature.Charter)]
internal sealed class VersionModel(CharterReader charters, IShapers shapers) : CommunePage
{
    public CharterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await charters.VersionAsync(number, cancellation) is not { } version)
        {
            return NotFound();
        }

        View = CharterView.Of(version, await charters.Signatories.CountAsync(cancellation)) with
        {
            Rounds = await charters.RoundsAsync(version, cancellation),
            Documents = [.. (await charters.DocumentsAsync([version], cancellation))[version.DocumentsSubject]],
            Shaped = await shapers.OfAsync(CharterView.AddressesOf(version), cancellation),
        };
        return Page();
    }
}
