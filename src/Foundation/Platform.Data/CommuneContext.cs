using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Data.Conventions;
using Platform.Data.Outbox;
using Platform.Data.Seeding;

namespace Platform.Data;

/// <summary>
/// The database of one commune. Rooms say <c>db.Set&lt;Activity&gt;()</c>, and only they can name their entities. Engines derive from it in the
/// composition room; the tenancy room connects it to the commune of the scope, and to no other.
/// </summary>
public abstract class CommuneContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The commune that this context is connected to, for cache eviction and logs; none at design time.</summary>
    public string? Slug { get; set; }

    /// <summary>Maps the entities of every room that keeps rows of a commune.</summary>
    protected abstract void MapRooms(ModelBuilder model);

    // Both overloads that every other one ends in.
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.RefuseChangesOfImmutables();
        ChangeTracker.RaiseRevisions();
        AuditChain.RefuseToWait(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.RefuseChangesOfImmutables();
        ChangeTracker.RaiseRevisions();
        return AuditChain.SaveAsync(this, acceptAllChangesOnSuccess, base.SaveChangesAsync, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new AuditEntryConfiguration());
        modelBuilder.ApplyConfiguration(new AuditHeadConfiguration());
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new SeedLedgerConfiguration());
        MapRooms(modelBuilder);
        modelBuilder.RefuseCascades();
        modelBuilder.CheckRevisions();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UsePlatformTypes();
}
