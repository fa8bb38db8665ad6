using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Identity.Team;

/// <summary>Invites somebody by mail.</summary>
internal abstract class InvitePage : MembersPage
{
    [BindProperty]
    public InviteForm Input { get; set; } = new();

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Role is { } wanted && !Roles.Contains(wanted))
        {
            ModelState.AddModelError("Input.Role", "ValidationInvalid");
        }

        if (Input.Role == Role.TeamMember && Input.Entrusted.Count == 0)
        {
            ModelState.AddModelError("Input.Areas", Texts["AreaNeeded"]);
        }

        if (!ModelState.IsValid || Language.OfPage(Input.Language) is not { } language)
        {
            return Invalid();
        }

        var result = await Desk.InviteAsync(new(Input.Mail!, Input.Role!.Value, Input.Entrusted, language), HttpContext.RequestAborted);
        switch (result.State)
        {
            case InvitationState.Sent:
                return Done("Sent");
            case InvitationState.AlreadyMember:
                ModelState.AddModelError("Input.Mail", Texts["AlreadyMember"]);
                return Invalid();
            default:
                ModelState.AddModelError("Input.Mail", "ValidationMail");
                return Invalid();
        }
    }
}
