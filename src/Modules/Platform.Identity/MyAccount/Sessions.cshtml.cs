using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Identity.Sessions;
using Platform.Kernel.Time;

namespace Platform.Identity.MyAccount;

/// <summary>Where one is signed in, and the way to end it.</summary>
internal sealed class SessionsModel(IStringLocalizer<MyAccountTexts> texts, TimeProvider time) : OwnAccountPage
{
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public int Here => SessionBook.NumberOf(User);

    public async Task OnGetAsync() => Sessions = await OpenAsync();

    /// <param name="id">One of one's own: another's is not found.</param>
    public async Task<IActionResult> OnPostEndAsync(int id)
    {
        if ((await OpenAsync()).FirstOrDefault(session => session.Id == id) is not { } session)
        {
            return NotFound();
        }

        session.End(time.UtcNow());
        Audit.Record("account.session-ended", $"account:{Person.Account}");
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        Notice = texts["SessionEnded"];
        return Redirect(PathOf("/account/sessions"));
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        foreach (var session in (await OpenAsync()).Where(session => session.Id != Here))
        {
            session.End(time.UtcNow());
        }

        Audit.Record("account.other-sessions-ended", $"account:{Person.Account}");
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        Notice = texts["OtherSessionsEnded"];
        return Redirect(PathOf("/account/sessions"));
    }

    private async Task<List<Session>> OpenAsync()
    {
        var account = await AccountAsync();
        var sessions = await Accounts.Db.Set<Session>()
            .Where(session => session.AccountId == account.Id && session.EndedAt == null)
            .OrderByDescending(session => session.LastSeenAt).ThenByDescending(session => session.Id)
            .ToListAsync(HttpContext.RequestAborted);
        return [.. sessions.Where(session => session.IsOpen(time.UtcNow()) && session.Stamp == account.SecurityStamp)];
    }
}
