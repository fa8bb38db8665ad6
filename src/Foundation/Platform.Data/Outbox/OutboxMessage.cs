using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data.Outbox;

/// <summary>Something that leaves the commune's database: written with the change that caused it, delivered after it is committed.</summary>
public sealed class OutboxMessage
{
    public const int KindLength = 60;

    private OutboxMessage()
    {
    }

    public long Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public DateTime WrittenAt { get; private set; }

    public DateTime? DeliveredAt { get; private set; }

    public static OutboxMessage Of<T>(string kind, T payload, DateTime now) =>
        new() { Kind = kind, Payload = JsonSerializer.Serialize(payload), WrittenAt = now };

    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload)
        ?? throw new InvalidOperationException($"Outbox message {Id} of kind '{Kind}' is empty.");

    public void MarkDelivered(DateTime now) => DeliveredAt = now;
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(message => message.Kind).HasMaxLength(OutboxMessage.KindLength);
        builder.HasIndex(message => new { message.DeliveredAt, message.Id });
    }
}
