using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Tenancy.Catalog;

namespace Platform.Tenancy.Jobs;

public enum JobRunState
{
    /// <summary>Somebody holds the lease, or held it and died: then anybody takes it over once it has expired.</summary>
    Running,

    Completed,

    /// <summary>It came to its end, and some communes failed every time they were tried.</summary>
    Failed,
}

/// <summary>
/// One run of a job over the communes: (job, key) exists once, whoever asks for it and however often. The lease says which process works on it.
/// </summary>
public sealed class JobRun
{
    public const int JobLength = 60;
    public const int KeyLength = 160;
    public const int OwnerLength = 120;

    private JobRun()
    {
    }

    public long Id { get; private set; }

    public string Job { get; private set; } = "";

    /// <summary>What it covers, and what makes it unique: <c>2026-10</c>; <c>2026-10/demnate</c> for one commune alone.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The one commune that was asked for, or none: every open commune.</summary>
    public string? Only { get; private set; }

    public JobRunState State { get; private set; }

    /// <summary>One claim of one process; compared and set to change hands.</summary>
    public string Owner { get; private set; } = "";

    public DateTime LeaseUntil { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public int CommunesTotal { get; private set; }

    public int CommunesDone { get; private set; }

    public int CommunesFailed { get; private set; }

    public JobRequest Request => new(Job, Only is null ? Key : Key[..^(Only.Length + 1)], Only);

    public static JobRun Claimed(JobRequest request, string owner, DateTime leaseUntil, DateTime now) => new()
    {
        Job = request.Job,
        Key = request.RunKey,
        Only = request.Only,
        State = JobRunState.Running,
        Owner = owner,
        LeaseUntil = leaseUntil,
        StartedAt = now,
    };
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs");
        builder.Property(run => run.Job).HasMaxLength(JobRun.JobLength);
        builder.Property(run => run.Key).HasMaxLength(JobRun.KeyLength);
        builder.Property(run => run.Only).HasMaxLength(TenantInfo.SlugLength);
        builder.Property(run => run.Owner).HasMaxLength(JobRun.OwnerLength);
        builder.Ignore(run => run.Request);
        builder.HasIndex(run => new { run.Job, run.Key }).IsUnique();
        builder.HasIndex(run => new { run.State, run.LeaseUntil });
    }
}
