using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Kernel.Publishing;

/// <summary>Something whose news people can have sent to them.</summary>
/// <param name="Key">Does not change: <c>process:charter-2026</c>, <c>activity:1/2.1</c> (plan and reference), <c>project:68</c>. What stands before the colon is its source's kind.</param>
/// <param name="Link">Its public page, relative to the language's root.</param>
public sealed record NewsSubject(string Key, LocalizedText Title, string Link);

/// <summary>A piece of public news of a subject.</summary>
/// <param name="Id">Stable and unique on the site: whoever has two subjects that it belongs to is told once.</param>
/// <param name="Subject">Key of its subject.</param>
/// <param name="At">When it came to be known, or came to pass by the clock; UTC.</param>
/// <param name="Link">Where it can be read, relative to the language's root.</param>
public sealed record NewsItem(string Id, string Subject, DateTime At, LocalizedText What, string Link);

/// <summary>
/// A kind of things whose news people can have sent to them. Registered as a scoped service; it reads the commune of its scope, shows nothing that is not public,
/// and writes its words in both languages, whatever language it runs in.
/// </summary>
public interface INewsSource
{
    /// <summary>What stands before the colon of its keys: <c>activity</c>.</summary>
    string Kind { get; }

    /// <summary>What it belongs to: a commune that does without it has no such news.</summary>
    Feature Feature { get; }

    /// <summary>Those of these keys that the public can see now; the others are left out.</summary>
    Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>What is new of these keys from one instant (included) to another (not included), in any order.</summary>
    Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation);
}

public static class NewsKeys
{
    /// <summary>The kind that a key begins with; nothing where it is no key.</summary>
    public static string KindOf(string key) => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? key[..colon] : "";

    /// <summary>What stands after the colons of keys of one kind.</summary>
    public static IReadOnlyList<string> NamesOf(this IEnumerable<string> keys, string kind) =>
        [.. keys.Where(key => key.StartsWith(kind + ":", StringComparison.Ordinal)).Select(key => key[(kind.Length + 1)..]).Distinct(StringComparer.Ordinal)];
}
