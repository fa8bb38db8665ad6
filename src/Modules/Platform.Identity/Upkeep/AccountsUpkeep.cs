using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Identity.Leaving;
using Platform.Identity.Links;
using Platform.Identity.Sessions;
using Platform.Identity.SignIn;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;

namespace Platform.Identity.Upkeep;

/// <summary>Forgets what opens nothing any more: it says where people were and which addresses they have, and nobody needs it.</summary>
internal sealed class AccountsUpkeep(SiteAccounts site, Departures departures, IOptions<KeepOptions> options, TimeProvider time) : IUpkeep
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var (now, keep) = (time.UtcNow(), options.Value);
        var (session, device, link, invitation) =
            (now.AddDays(-keep.SessionDays), now.AddDays(-keep.DeviceDays), now.AddDays(-keep.LinkDays), now.AddDays(-keep.InvitationDays));
        var (begun, seen) = (session - Session.Longest, session - Session.LongestIdle);
        await site.Db.Set<Session>().Where(each => each.EndedAt < session || each.StartedAt < begun || each.LastSeenAt < seen).ExecuteDeleteAsync(cancellation);
        await site.Db.Set<Attempt>().Where(each => each.LastAt < session).ExecuteDeleteAsync(cancellation);
        await site.Db.Set<KnownDevice>().Where(each => each.LastUsedAt < device).ExecuteDeleteAsync(cancellation);
        await site.Db.Set<AccountLink>().Where(each => each.UsedAt < link || each.ExpiresAt < link).ExecuteDeleteAsync(cancellation);
        await site.Db.Set<Invitation>()
            .Where(each => each.AcceptedAt < invitation || each.RevokedAt < invitation || each.ExpiresAt < invitation)
            .ExecuteDeleteAsync(cancellation);
        await departures.CarryOutAsync(cancellation);
    }
}
