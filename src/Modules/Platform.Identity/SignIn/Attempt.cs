using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;

namespace Platform.Identity.SignIn;

/// <summary>
/// Failed guesses against one thing: the password of a mail address, whether an account has it or not, or the codes of an account. Kept under a digest.
/// </summary>
internal sealed class Attempt : IUnseen
{
    /// <summary>So many may be wrong before waiting begins.</summary>
    public const int Free = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    /// <summary>Long enough to make guessing hopeless, short enough that nobody is kept out for long by somebody else's guesses.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>Guesses older than this are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private Attempt()
    {
    }

    public Attempt(string what) => What = what;

    public string What { get; private set; } = "";

    public int Failures { get; private set; }

    public DateTime LastAt { get; private set; }

    public DateTime? WaitUntil { get; private set; }

    /// <summary>Of two guesses at once only one is counted, and so only one is made.</summary>
    public int Round { get; private set; }

    /// <summary>Counts a guess before it is checked, so that guesses made at once count too.</summary>
    public void Count(DateTime now)
    {
        Failures = now - LastAt > Memory ? 1 : Failures + 1;
        LastAt = now;
        Round++;
        WaitUntil = Failures < Free ? null : now + WaitAfter(Failures);
    }

    /// <summary>Half a minute after the fifth, twice as long after each further one.</summary>
    public static TimeSpan WaitAfter(int failures)
    {
        var doubled = FirstWait * Math.Pow(2, Math.Min(failures - Free, 20));
        return doubled < LongestWait ? doubled : LongestWait;
    }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("sign_in_attempts");
        builder.HasKey(attempt => attempt.What);
        builder.Property(attempt => attempt.What).HasMaxLength(Secret.DigestLength);
        builder.Property(attempt => attempt.Round).IsConcurrencyToken();
        builder.HasIndex(attempt => attempt.LastAt);
    }
}
