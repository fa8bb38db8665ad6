using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

/// <summary>One commune for its operator: how far its site is, and what can be done.</summary>
[Staff(Role.Operator)]
internal sealed class CommuneModel(ICommuneOffice office, IStringLocalizer<CommuneOfficeTexts> texts) : StaffPage
{
    public OfficeCommune Line { get; private set; } = null!;

    [BindProperty, Required, MaxLength(500)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        Tell(await office.MakeAgainAsync(slug, cancellation), texts["MakingAgain"], texts["StateForbids"]);
        return To($"/workspace/communes/{slug}");
    }

    public async Task<IActionResult> OnPostResumeAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Tell(await office.ResumeAsync(slug, Reason!, cancellation), texts["Resumed", Line.Commune.Name.In(Language)], texts["StateForbids"]);
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
