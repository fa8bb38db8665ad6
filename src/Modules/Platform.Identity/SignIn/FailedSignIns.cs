using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Identity.SignIn;

/// <summary>
/// Writes failed sign-ins into the audit trail: who was tried, how, from where. The trail is never shortened, so a flood must not fill it: of the guesses
/// against one thing the first is written down, the one after which waiting begins, and every tenth after it; from one address at most
/// <see cref="PerOrigin"/> an hour, on one site at most <see cref="PerSite"/>, the last of which says that no more are written.
/// </summary>
/// <remarks>
/// Whether something is written depends on what was sent and from where, never on whether there is an account: the time that an answer takes would tell.
/// A mail address that is nobody's is not written down: it is somebody's elsewhere, or a password typed into the wrong field.
/// </remarks>
internal sealed class FailedSignIns(SiteAccounts site, AuditTrail audit, CurrentPerson person, TimeProvider time)
{
    public const int PerOrigin = 10;
    public const int PerSite = 60;

    private const string Failed = "account.sign-in-failed";
    private const string Held = "account.sign-in-held";
    private const string Flooded = "account.sign-ins-flooded";
    private const string Nobody = "account:unknown";
    private const int Every = 10;

    /// <param name="tried">Whose account it was, where there is one.</param>
    /// <param name="way"><c>password</c>, <c>code</c>, <c>passkey</c>, <c>provider:…</c>.</param>
    /// <param name="count">Which guess in a row against the same thing; none where they are not counted.</param>
    public async Task RecordAsync(Account? tried, string way, int? count, CancellationToken cancellation)
    {
        if (count is { } guess && guess != 1 && guess != Attempt.Free && guess % Every != 0)
        {
            return;
        }

        var since = time.UtcNow().AddHours(-1);
        var origins = await site.Db.Set<AuditEntry>()
            .Where(entry => entry.At >= since && (entry.Verb == Failed || entry.Verb == Held || entry.Verb == Flooded))
            .Select(entry => entry.Origin)
            .ToListAsync(cancellation);
        if (origins.Count >= PerSite || origins.Count(origin => origin == person.Origin) >= PerOrigin)
        {
            return;
        }

        if (origins.Count == PerSite - 1)
        {
            audit.Record(Flooded, Nobody, after: new { PerHour = PerSite });
        }
        else
        {
            audit.Record(count == Attempt.Free ? Held : Failed, tried is null ? Nobody : $"account:{tried.Id}", after: new { Way = way, Guess = count });
        }

        await site.Db.SaveChangesAsync(cancellation);
    }
}
