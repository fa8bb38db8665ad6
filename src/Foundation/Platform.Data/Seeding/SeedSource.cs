using Microsoft.EntityFrameworkCore;

namespace Platform.Data.Seeding;

/// <summary>Where a text comes from: a document of the commune and its section. Shown to readers.</summary>
/// <param name="Document">The document.</param>
/// <param name="Section">Its section, where the document has any.</param>
[Owned]
public sealed record SeedSource(string Document, string? Section)
{
    public const int DocumentLength = 120;
    public const int SectionLength = 200;
}
