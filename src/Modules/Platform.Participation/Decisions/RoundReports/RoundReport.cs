using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Participation.Consultations;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>
/// The report of a round as it was made at one instant: what its page shows and, in parts, its files. What changes afterwards asks for the next version; until
/// that is finished, readers have this one.
/// </summary>
internal sealed class RoundReport
{
    private RoundReport()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    /// <summary>From 1.</summary>
    public int Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime WantedAt { get; private set; }

    /// <summary>What it says is of this instant, UTC; none while nobody has begun.</summary>
    public DateTime? AsOf { get; private set; }

    /// <summary>Remarks that its files list.</summary>
    public int Remarks { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>A <see cref="RoundContent"/>, once it is finished.</summary>
    public string? Content { get; private set; }

    public static RoundReport Wanted(int consultation, int version, DateTime at) => new() { ConsultationId = consultation, Version = version, WantedAt = at };

    public void Begin(int remarks, DateTime at) => (Remarks, AsOf) = (remarks, at);

    public void Finish(RoundContent content, DateTime at) => (Content, FinishedAt) = (content.ToJson(), at);
}

internal sealed class RoundReportConfiguration : IEntityTypeConfiguration<RoundReport>
{
    public void Configure(EntityTypeBuilder<RoundReport> builder)
    {
        builder.ToTable("round_reports");
        builder.HasIndex(report => new { report.ConsultationId, report.Version }).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(report => report.ConsultationId);
    }
}

/// <summary>
/// A piece of one of the files of a report, packed. Pieces are kept one after the other while the report is made: one that was interrupted goes on after the
/// last of them, and they say how far it is.
/// </summary>
internal sealed class RoundReportPart : IUnseen
{
    public const int FileLength = 20;

    private RoundReportPart()
    {
    }

    public int Id { get; private set; }

    public int ReportId { get; private set; }

    /// <summary>Which file, with its language: <c>remarks-ar</c>, <c>word-fr</c>.</summary>
    public string File { get; private set; } = "";

    /// <summary>Its place in the file, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>How many remarks it lists.</summary>
    public int Remarks { get; private set; }

    /// <summary>Number of the last remark that it lists.</summary>
    public int Last { get; private set; }

    /// <summary>gzip.</summary>
    public byte[] Content { get; private set; } = [];

    public static RoundReportPart Of(RoundReport report, string file, int number, byte[] content, int remarks = 0, int last = 0) =>
        new() { ReportId = report.Id, File = file, Number = number, Content = content, Remarks = remarks, Last = last };
}

internal sealed class RoundReportPartConfiguration : IEntityTypeConfiguration<RoundReportPart>
{
    public void Configure(EntityTypeBuilder<RoundReportPart> builder)
    {
        builder.ToTable("round_report_parts");
        builder.Property(part => part.File).HasMaxLength(RoundReportPart.FileLength);
        builder.HasIndex(part => new { part.ReportId, part.File, part.Number }).IsUnique();
        builder.HasOne<RoundReport>().WithMany().HasForeignKey(part => part.ReportId);
    }
}
