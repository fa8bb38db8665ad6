using System.Globalization;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;

namespace Platform.Participation.Consultations;

/// <summary>What all rooms of the commune can put before the public.</summary>
internal sealed class ConsultableSources(IEnumerable<IConsultable> rooms)
{
    public async Task<IReadOnlyList<ConsultableSource>> AllAsync(CancellationToken cancellation)
    {
        var sources = new List<ConsultableSource>();
        foreach (var room in rooms)
        {
            // One after the other: they share the commune's context.
            sources.AddRange(await room.SourcesAsync(cancellation));
        }

        return sources;
    }

    /// <summary>Where what can be changed stands on the site, with its name: for the answer that says what it changed.</summary>
    public async Task<IReadOnlyList<(string Link, LocalizedText Title)>> PlacesAsync(CancellationToken cancellation)
    {
        var places = new List<(string, LocalizedText)>();
        foreach (var room in rooms)
        {
            foreach (var source in await room.SourcesAsync(cancellation))
            {
                foreach (var part in (await room.PartsAsync(source.Key, cancellation)).Where(part => part.Link is not null))
                {
                    places.Add((part.Link!, part.Title));

                    // As their paragraphs are named where people speak of them.
                    places.AddRange(source.Kind == ConsultableKind.Text
                        ? part.Passages.Select((_, at) => (string.Create(CultureInfo.InvariantCulture, $"{part.Link}:{at + 1}"), Numbered(part.Title, at + 1)))
                        : []);
                }
            }
        }

        return places;
    }

    private static LocalizedText Numbered(LocalizedText title, int number)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $" · ¶ {number}");
        return new(title.Ar + mark, title.Fr is null ? null : title.Fr + mark, title.Zgh is null ? null : title.Zgh + mark);
    }

    /// <summary>What a source says now, as matters; none where it is not there any more or holds nothing.</summary>
    public async Task<IReadOnlyList<Matter>> MattersAsync(string source, CancellationToken cancellation)
    {
        foreach (var room in rooms)
        {
            if ((await room.SourcesAsync(cancellation)).FirstOrDefault(known => known.Key == source) is { } found)
            {
                return Matters.Of(await room.PartsAsync(source, cancellation), found.Kind);
            }
        }

        return [];
    }
}
