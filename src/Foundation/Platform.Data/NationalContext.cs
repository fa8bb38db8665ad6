using Microsoft.EntityFrameworkCore;
using Platform.Data.Mail;

namespace Platform.Data;

/// <summary>The national database: catalog of communes, job runs, and what communes reported. It holds no person of a commune and no commune's rows.</summary>
public abstract class NationalContext(DbContextOptions options) : RoomContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new MailBacklogConfiguration());
        base.OnModelCreating(modelBuilder);
    }
}
