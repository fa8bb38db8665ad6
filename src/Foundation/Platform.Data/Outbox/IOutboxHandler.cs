using Platform.Kernel.Communes;

namespace Platform.Data.Outbox;

/// <summary>Receives messages of some kinds. A message can come twice: handling it again must change nothing.</summary>
public interface IOutboxHandler
{
    /// <summary>The kinds that it receives; no other handler receives them.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Handles messages of one commune, in the order in which they were written, and makes the effect durable before it returns.</summary>
    Task HandleAsync(Commune commune, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation);
}
