using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data.Seeding;

/// <summary>
/// What a feature has brought from tenants/ into this commune's database so far, by key. A key that stands here is never brought again, so that what the
/// commune took away or reworded stays so; one that does not is new in the folder.
/// </summary>
public sealed class SeedLedger
{
    public const int FeatureLength = 60;

    private HashSet<string>? known;

    private SeedLedger()
    {
    }

    private HashSet<string> Known => known ??= Keys.ToHashSet(StringComparer.Ordinal);

    public string Feature { get; private set; } = "";

    /// <summary>As they came.</summary>
    public List<string> Keys { get; private set; } = [];

    /// <summary>False while nothing is remembered: the first time, or in a database that is older than the ledger.</summary>
    public bool HasBegun => Keys.Count > 0;

    /// <summary>The ledger of a feature; a new one belongs to the context and is saved with what it speaks of.</summary>
    public static async Task<SeedLedger> OpenAsync(CommuneContext db, string feature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Set<SeedLedger>().SingleOrDefaultAsync(ledger => ledger.Feature == feature, cancellation) is { } ledger)
        {
            return ledger;
        }

        var begun = new SeedLedger { Feature = feature };
        db.Add(begun);
        return begun;
    }

    public bool Knows(string key) => Known.Contains(key);

    /// <summary>True where the key was never brought; from now on it was.</summary>
    public bool IsNew(string key)
    {
        if (!Known.Add(key))
        {
            return false;
        }

        Keys.Add(key);
        return true;
    }
}

internal sealed class SeedLedgerConfiguration : IEntityTypeConfiguration<SeedLedger>
{
    public void Configure(EntityTypeBuilder<SeedLedger> builder)
    {
        builder.ToTable("seed_ledgers");
        builder.HasKey(ledger => ledger.Feature);
        builder.Property(ledger => ledger.Feature).HasMaxLength(SeedLedger.FeatureLength);
        builder.Ignore(ledger => ledger.HasBegun);
    }
}
