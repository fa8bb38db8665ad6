using Microsoft.EntityFrameworkCore;
using Platform.Data.Seeding;

namespace Platform.Data;

/// <summary>The database of one commune. The tenancy room connects it to the commune of the scope, and to no other.</summary>
public abstract class CommuneContext(DbContextOptions options) : RoomContext(options)
{
    /// <summary>The commune that this context is connected to, for cache eviction and logs; none at design time.</summary>
    public string? Slug { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new SeedLedgerConfiguration());
        base.OnModelCreating(modelBuilder);
    }
}
