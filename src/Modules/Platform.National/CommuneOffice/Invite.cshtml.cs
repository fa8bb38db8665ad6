using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

/// <summary>Invites the focal point of a commune: whoever holds the link makes the account that may do everything there.</summary>
[Staff(Role.Operator)]
[Recent]
internal sealed class InviteModel(ICommuneOffice office, IStringLocalizer<CommuneOfficeTexts> texts) : StaffPage
{
    public OfficeCommune Line { get; private set; } = null!;

    /// <summary>The invitation that was just made: its link is shown on this answer and never again.</summary>
    public InvitationResult? Sent { get; private set; }

    [BindProperty, Required, EmailAddress, MaxLength(254)]
    public string? Mail { get; set; }

    [BindProperty, Required]
    public string? LanguageOfMail { get; set; } = "ar";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        var language = Kernel.Text.Language.OfPage(LanguageOfMail);
        if (language is null)
        {
            ModelState.AddModelError(nameof(LanguageOfMail), "ValidationInvalid");
        }

        if (Line.State != CommuneState.Active)
        {
            ModelState.AddModelError("", texts["InviteClosed"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await office.InviteAsync(slug, new(Mail!, Role.FocalPoint, [], language!), cancellation);
        if (result is not { State: InvitationState.Sent })
        {
            ModelState.AddModelError(nameof(Mail), result?.State == InvitationState.AlreadyMember ? texts["AlreadyMember"] : "ValidationMail");
            return Invalid();
        }

        Sent = result;
        return Page();
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
