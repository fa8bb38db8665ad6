using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

/// <summary>Closes the site of a commune for a time: everybody who uses it is shut out, so whoever does it proves first who they are.</summary>
[Staff(Role.Operator)]
[Recent]
internal sealed class SuspendModel(ICommuneOffice office, IStringLocalizer<CommuneOfficeTexts> texts) : StaffPage
{
    public OfficeCommune Line { get; private set; } = null!;

    [BindProperty, Required, MaxLength(500)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Tell(await office.SuspendAsync(slug, Reason!, cancellation), texts["SuspendedDone", Line.Commune.Name.In(Language)], texts["StateForbids"]);
        return To($"/workspace/communes/{slug}");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await office.FindAsync(slug, cancellation) is not { } line)
        {
            return false;
        }

        Line = line;
        return true;
    }
}
