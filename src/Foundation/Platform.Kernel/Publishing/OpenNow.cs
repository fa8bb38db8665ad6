using Platform.Kernel.Text;

namespace Platform.Kernel.Publishing;

/// <summary>Something in which people can take part now, for the home page.</summary>
/// <param name="What">What it is, a few words in the language of the request: <c>Consultation</c>.</param>
/// <param name="Until">The instant from which on it is closed, UTC.</param>
/// <param name="Link">Its page, relative to the language's root.</param>
/// <param name="StartsAt">Of something to go to, which one takes part in when it takes place: when it begins, UTC.</param>
public sealed record OpenNow(string What, LocalizedText Title, DateTime Until, string Link, DateTime? StartsAt = null);

/// <summary>What is open now, and when that changes by itself.</summary>
/// <param name="ChangesAt">The next instant at which something opens or closes, UTC; none in sight.</param>
public sealed record OpenList(IReadOnlyList<OpenNow> Items, DateTime? ChangesAt);

/// <summary>A feature in which people take part for a time. Registered as a scoped service; it reads the commune of its scope.</summary>
public interface IOpenNowSource
{
    Task<OpenList> OpenNowAsync(CancellationToken cancellation);
}
