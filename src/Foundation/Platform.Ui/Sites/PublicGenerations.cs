using System.Collections.Concurrent;

namespace Platform.Ui.Sites;

/// <summary>
/// How often the pages of a site were emptied in this process. A page that was begun before is made of what was there then: it is shown to whoever asked for it and
/// kept for nobody.
/// </summary>
public sealed class PublicGenerations
{
    private readonly ConcurrentDictionary<string, int> generations = new(StringComparer.Ordinal);

    public int Of(string tag) => generations.GetValueOrDefault(tag);

    public void Next(string tag) => generations.AddOrUpdate(tag, 1, (_, generation) => generation + 1);
}
