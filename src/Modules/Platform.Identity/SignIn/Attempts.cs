using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.Accounts;
using Platform.Kernel.Time;

namespace Platform.Identity.SignIn;

/// <param name="Wait">None where the guess may be made: it is counted by then. Otherwise how long to wait.</param>
/// <param name="Count">Which guess in a row it is.</param>
internal readonly record struct Guess(TimeSpan? Wait, int Count);

/// <summary>Lets a guess be made, or says how long to wait. It never asks whether there is an account, so it cannot tell.</summary>
internal sealed class Attempts(SiteAccounts site, TimeProvider time)
{
    private const int Races = 3;

    public static string OfPassword(string mail) => Secret.DigestOf("password " + Account.KeyOf(mail));

    public static string OfForgotten(string mail) => Secret.DigestOf("forgotten " + Account.KeyOf(mail));

    public static string OfCode(Account account) => Secret.DigestOf($"code {account.Id}");

    public async Task<Guess> BeginAsync(string what, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            var now = time.UtcNow();
            var attempt = await site.Db.Set<Attempt>().SingleOrDefaultAsync(attempt => attempt.What == what, cancellation);
            if (attempt?.WaitUntil is { } until && until > now)
            {
                return new(until - now, attempt.Failures);
            }

            if (attempt is null)
            {
                await ForgetOldAsync(now, cancellation);
                site.Db.Add(attempt = new Attempt(what));
            }

            attempt.Count(now);
            try
            {
                await site.Db.SaveChangesAsync(cancellation);
                return new(null, attempt.Failures);
            }
            catch (DbUpdateException)
            {
                // Another guess was counted at the same moment: look again.
                site.Db.Entry(attempt).State = EntityState.Detached;
            }
        }

        return new(Attempt.WaitAfter(Attempt.Free), Attempt.Free);
    }

    /// <summary>It was right: what went before is forgiven.</summary>
    public Task SucceededAsync(string what, CancellationToken cancellation)
    {
        foreach (var entry in site.Db.ChangeTracker.Entries<Attempt>().Where(entry => entry.Entity.What == what).ToList())
        {
            entry.State = EntityState.Detached;
        }

        return site.Db.Set<Attempt>().Where(attempt => attempt.What == what).ExecuteDeleteAsync(cancellation);
    }

    private Task<int> ForgetOldAsync(DateTime now, CancellationToken cancellation) =>
        site.Db.Set<Attempt>().Where(attempt => attempt.LastAt < now - Attempt.Memory).ExecuteDeleteAsync(cancellation);
}
