using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions.Proof;

/// <summary>
/// Gives out puzzles and takes their solutions, without any outside service: sealed by this site, for one consultation of one commune, for some hours, once.
/// Only where the commune asks for it, and never of people who are signed in.
/// </summary>
internal sealed class ProofOfWork(
    CommuneContext db, CurrentPerson person, CurrentCommune commune, IDataProtectionProvider protection, IOptions<ContributionLimits> limits, TimeProvider time)
{
    private static readonly TimeSpan Valid = TimeSpan.FromHours(12);

    public int Bits => limits.Value.ProofBits;

    /// <summary>How long somebody whose browser cannot do the work waits before sending.</summary>
    public TimeSpan WaitWithout => TimeSpan.FromSeconds(limits.Value.LeastSecondsUnproved);

    public bool IsAskedIn(Consultation consultation) => consultation.AsksProof && !person.IsSignedIn;

    public string New(Consultation consultation) => SealOf(consultation).Protect(time.UtcNow().Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether this site gave the puzzle out for this consultation, lately, and its solution is right. Costs no look into the database.</summary>
    public bool IsSolved(Consultation consultation, string? puzzle, string? solution)
    {
        try
        {
            return puzzle is { Length: > 0 and < 1000 } && Puzzle.IsSolved(puzzle, solution, Bits)
                && long.TryParse(SealOf(consultation).Unprotect(puzzle), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && time.UtcNow() - new DateTime(ticks, DateTimeKind.Utc) is var age && age >= TimeSpan.Zero && age <= Valid;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <returns>False where it was used before, for something else.</returns>
    public async Task<bool> SpendAsync(string puzzle, string ticket, CancellationToken cancellation)
    {
        var spent = SpentPuzzle.Of(puzzle, ticket, time.UtcNow());
        db.Add(spent);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            db.Entry(spent).State = EntityState.Detached;
            var first = await db.Set<SpentPuzzle>().AsNoTracking().FirstOrDefaultAsync(known => known.Digest == spent.Digest, cancellation);
            return first is null ? throw new InvalidOperationException("A puzzle could not be written down.") : first.TicketDigest == spent.TicketDigest;
        }
    }

    /// <summary>Forgets what would not be taken any more.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow() - Valid - Valid;
        return db.Set<SpentPuzzle>().Where(spent => spent.At < before).ExecuteDeleteAsync(cancellation);
    }

    private IDataProtector SealOf(Consultation consultation) => protection.CreateProtector("Contributions.Proof", commune.Value.Slug, consultation.Slug);
}
