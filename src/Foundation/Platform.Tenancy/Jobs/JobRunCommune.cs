using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Tenancy.Catalog;

namespace Platform.Tenancy.Jobs;

public enum JobRunCommuneState
{
    Pending,
    Done,
    Failed,
}

/// <summary>How one commune fared in a run.</summary>
public sealed class JobRunCommune
{
    public const int ErrorLength = 2000;

    private JobRunCommune()
    {
    }

    public long Id { get; private set; }

    public long RunId { get; private set; }

    /// <summary>Its slug.</summary>
    public string Commune { get; private set; } = "";

    public JobRunCommuneState State { get; private set; }

    /// <summary>How often it was tried, over all claims of the run.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it failed the last time.</summary>
    public string? Error { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public static JobRunCommune Pending(long runId, string commune) => new() { RunId = runId, Commune = commune };
}

internal sealed class JobRunCommuneConfiguration : IEntityTypeConfiguration<JobRunCommune>
{
    public void Configure(EntityTypeBuilder<JobRunCommune> builder)
    {
        builder.ToTable("job_run_communes");
        builder.Property(commune => commune.Commune).HasMaxLength(TenantInfo.SlugLength);
        builder.Property(commune => commune.Error).HasMaxLength(JobRunCommune.ErrorLength);
        builder.HasOne<JobRun>().WithMany().HasForeignKey(commune => commune.RunId);
        builder.HasIndex(commune => new { commune.RunId, commune.Commune }).IsUnique();
    }
}
