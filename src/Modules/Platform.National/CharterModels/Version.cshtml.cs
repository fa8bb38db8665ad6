using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.CharterModels;

/// <summary>A published version of the model.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class VersionModel(CharterModelDesk desk) : StaffPage
{
    public CharterModel Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await desk.PublishedAsync(number, cancellation) is not { } version)
        {
            return NotFound();
        }

        Version = version;
        return Page();
    }
}
