using Platform.Kernel.Text;

namespace Platform.Data.Seeding;

/// <summary>A heading that charters of the programme have in common.</summary>
public sealed record StandardHeading(string Key, string? ParentKey, string Number, LocalizedText Title);

/// <summary>
/// The headings that a charter, or DGCT's model of one, can begin with: <c>_standard/charter.yaml</c>. Headings only: the text is for the commune, or for
/// DGCT, to write.
/// </summary>
public sealed class StandardCharter(SeedRoot seeds)
{
    private const string File = "charter.yaml";

    private readonly Lazy<IReadOnlyList<StandardHeading>> headings = new(() => Read(seeds.Standard));

    /// <exception cref="SeedException">The file has mistakes.</exception>
    public IReadOnlyList<StandardHeading> Headings => headings.Value;

    private static List<StandardHeading> Read(SeedFolder folder)
    {
        var found = folder.Yaml(File)?.Allow("sections").Items("sections")
            .Select(item => new StandardHeading(
                item.Allow("key", "parent", "number", "title").RequiredText("key", 60), item.Text("parent", 60), item.RequiredText("number", 12), item.RequiredLocalized("title")))
            .ToList();
        folder.ThrowIfWrong();
        return found ?? [];
    }
}
