using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.National.Reporting;

/// <summary>A period that DGCT has opened for reporting.</summary>
internal sealed class OpenPeriod : IRevised
{
    private OpenPeriod()
    {
    }

    public int Id { get; private set; }

    public Period Period { get; private set; }

    /// <summary>The period's first day, so that the database can order.</summary>
    public DateOnly Start { get; private set; }

    public DateOnly OpensOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public int Revision { get; private set; }

    public static OpenPeriod Of(Period period, DateOnly opensOn, DateOnly dueOn) =>
        new() { Period = period, Start = period.Start, OpensOn = opensOn, DueOn = dueOn };

    public void Move(DateOnly opensOn, DateOnly dueOn) => (OpensOn, DueOn) = (opensOn, dueOn);
}

internal sealed class OpenPeriodConfiguration : IEntityTypeConfiguration<OpenPeriod>
{
    public void Configure(EntityTypeBuilder<OpenPeriod> builder)
    {
        builder.ToTable("reporting_periods");
        builder.HasIndex(period => period.Period).IsUnique();
    }
}

/// <summary>Tells the communes' rooms which periods are open.</summary>
internal sealed class OpenPeriods(NationalContext db) : IReportingPeriods
{
    public async Task<IReadOnlyList<ReportingPeriod>> AllAsync(CancellationToken cancellation) =>
        await db.Set<OpenPeriod>().AsNoTracking()
            .OrderByDescending(open => open.Start)
            .Select(open => new ReportingPeriod(open.Period, open.OpensOn, open.DueOn))
            .ToListAsync(cancellation);
}
