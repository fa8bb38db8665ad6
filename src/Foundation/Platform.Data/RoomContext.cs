using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Data.Conventions;
using Platform.Data.Outbox;

namespace Platform.Data;

/// <summary>
/// What the database of a commune and the national one have in common: rooms say <c>db.Set&lt;Activity&gt;()</c>, and only they can name their entities;
/// an audit trail, an outbox, and the same rules whenever something is saved. Engines derive from the two in the composition room.
/// </summary>
public abstract class RoomContext : DbContext
{
    private protected RoomContext(DbContextOptions options) : base(options)
    {
    }

    /// <summary>Maps the entities of every room that keeps rows in this database.</summary>
    protected abstract void MapRooms(ModelBuilder model);

    // Both overloads that every other one ends in.
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var detected = ChangeTracker.DetectOnce();
        ChangeTracker.RefuseChangesOfImmutables();
        ChangeTracker.RaiseRevisions();
        AuditChain.RefuseToWait(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var detected = ChangeTracker.DetectOnce();
        ChangeTracker.RefuseChangesOfImmutables();
        ChangeTracker.RaiseRevisions();
        return await AuditChain.SaveAsync(this, acceptAllChangesOnSuccess, base.SaveChangesAsync, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new AuditEntryConfiguration());
        modelBuilder.ApplyConfiguration(new AuditHeadConfiguration());
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        MapRooms(modelBuilder);
        modelBuilder.RefuseCascades();
        modelBuilder.CheckRevisions();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UsePlatformTypes();
}
