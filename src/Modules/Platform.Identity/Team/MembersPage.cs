using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Identity.Team;

/// <summary>What the pages about members share, on a commune's site and on the national one. Whose they are, each page says itself.</summary>
internal abstract class MembersPage : PersonalPage
{
    public abstract string Root { get; }

    public SiteAccounts Accounts => Service<SiteAccounts>();

    /// <summary>Those that the person may give: who manages the site is chosen by those who do.</summary>
    public IReadOnlyList<Role> Roles => [.. Accounts.Roles.Where(role => role != Membership.Keeper || Person.Is(role))];

    protected Membership Membership => Service<Membership>();

    protected InvitationDesk Desk => Service<InvitationDesk>();

    protected IStringLocalizer<TeamTexts> Texts => Service<IStringLocalizer<TeamTexts>>();

    protected T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    protected RedirectResult Done(string notice)
    {
        Notice = Texts[notice];
        return To(Root);
    }
}

/// <summary>The members, and the invitations that wait.</summary>
internal abstract class MembersListPage : MembersPage
{
    public IReadOnlyList<Account> Members { get; private set; } = [];

    public IReadOnlyList<Invitation> Waiting { get; private set; } = [];

    public DateTime Now { get; private set; }

    public async Task OnGetAsync()
    {
        Members = await Membership.AllAsync(HttpContext.RequestAborted);
        Waiting = await Desk.WaitingAsync(HttpContext.RequestAborted);
        Now = Service<TimeProvider>().UtcNow();
    }

    public async Task<IActionResult> OnPostResendAsync(int id) => await Desk.ResendAsync(id, HttpContext.RequestAborted) ? Done("Resent") : NotFound();

    public async Task<IActionResult> OnPostRevokeAsync(int id) => await Desk.RevokeAsync(id, HttpContext.RequestAborted) ? Done("Revoked") : NotFound();
}
