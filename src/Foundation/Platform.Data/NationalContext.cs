using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Data.Conventions;
using Platform.Data.Mail;
using Platform.Data.Outbox;

namespace Platform.Data;

/// <summary>The national database: catalog of communes, job runs, and what communes reported. It holds no person of a commune and no commune's rows.</summary>
public abstract class NationalContext(DbContextOptions options) : DbContext(options)
{
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
        modelBuilder.ApplyConfiguration(new MailBacklogConfiguration());
        MapRooms(modelBuilder);
        modelBuilder.RefuseCascades();
        modelBuilder.CheckRevisions();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UsePlatformTypes();
}
