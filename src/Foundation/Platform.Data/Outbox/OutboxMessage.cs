using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data.Outbox;

/// <summary>Something that leaves the database: written with the change that caused it, delivered after it is committed.</summary>
public sealed class OutboxMessage : IUnseen
{
    public const int KindLength = 60;
    public const int LeaseLength = 32;
    public const int ProblemLength = 60;

    // Arabic stays readable in the database, and takes a third of the room.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private OutboxMessage()
    {
    }

    public long Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public DateTime WrittenAt { get; private set; }

    public DateTime? DeliveredAt { get; private set; }

    /// <summary>How often it was tried, the attempt that is under way included: one that ends its process is not tried for ever.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Whose it is while it is being sent; the lease of an instance that died runs out.</summary>
    public string? Lease { get; private set; }

    public DateTime? LeasedUntil { get; private set; }

    /// <summary>When it was given up: a person decides what becomes of it.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>Code of what went wrong last. Never what a server answered: that can hold an address.</summary>
    public string? Problem { get; private set; }

    public static OutboxMessage Of<T>(string kind, T payload, DateTime now) =>
        new() { Kind = kind, Payload = JsonSerializer.Serialize(payload, Json), WrittenAt = now, DueAt = now };

    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload)
        ?? throw new InvalidOperationException($"Outbox message {Id} of kind '{Kind}' is empty.");

    public void MarkDelivered(DateTime now) => DeliveredAt = now;

    /// <summary>Somebody wants it tried again, from the first attempt.</summary>
    public void TryAgain(DateTime now) => (FailedAt, Problem, Attempts, DueAt) = (null, null, 0, now);
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(message => message.Kind).HasMaxLength(OutboxMessage.KindLength);
        builder.Property(message => message.Lease).HasMaxLength(OutboxMessage.LeaseLength);
        builder.Property(message => message.Problem).HasMaxLength(OutboxMessage.ProblemLength);
        builder.HasIndex(message => new { message.DeliveredAt, message.Id });
    }
}
