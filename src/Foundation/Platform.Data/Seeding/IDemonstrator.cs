namespace Platform.Data.Seeding;

/// <summary>
/// Makes up a plausible year of a feature's activity in the commune of the scope, for <c>demo</c>. Registered as a scoped service. Everything that it
/// writes is marked as demonstration data wherever the entity can say so.
/// </summary>
public interface IDemonstrator
{
    /// <summary>Demonstrators run in this order.</summary>
    int Order { get; }

    /// <summary>Adds entities to the context; the command saves once for all features of a commune.</summary>
    /// <param name="seed">The same seed makes the same activity.</param>
    Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation);
}
