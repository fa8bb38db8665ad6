using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Participation.Consultations;

/// <summary>A consultation was kept open longer than announced.</summary>
internal sealed class Extension : IImmutable
{
    private Extension()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    /// <summary>When it was to close, UTC.</summary>
    public DateTime From { get; private set; }

    public DateTime Until { get; private set; }

    public LocalizedText Reason { get; private set; } = null!;

    /// <summary>When that was decided, UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    public static Extension Of(DateTime from, DateTime until, LocalizedText reason, DateTime decidedAt) =>
        new() { From = from, Until = until, Reason = reason, DecidedAt = decidedAt };
}

internal sealed class ExtensionConfiguration : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> builder) => builder.ToTable("consultation_extensions");
}
