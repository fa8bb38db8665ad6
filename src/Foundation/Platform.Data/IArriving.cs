namespace Platform.Data;

/// <summary>
/// A row that arrives in crowds: contributions in the last minute of a consultation. New, it empties the cached public pages of its commune only where they show
/// something of it, and then at most once in a second with all that arrived in it. Once it is there, changing it empties them at once, as any other row does.
/// </summary>
public interface IArriving
{
    /// <summary>Whether public pages show something of it as it arrives. What waits to be read first is shown by the act that lets it through.</summary>
    bool IsShownOnArrival { get; }
}
