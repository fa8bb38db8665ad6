using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.National.Dashboard;

/// <summary>An axis of the DGCT frame.</summary>
internal sealed record StandardAxis(int Number, LocalizedText Title);

/// <summary>The axes of the DGCT frame, by which plans of different communes can be laid side by side.</summary>
internal sealed class StandardAxes(SeedRoot seeds)
{
    private const string File = "axes.yaml";

    private readonly Lazy<IReadOnlyList<StandardAxis>> axes = new(() => Read(seeds.Standard));

    /// <exception cref="SeedException">The file has mistakes.</exception>
    public IReadOnlyList<StandardAxis> All => axes.Value;

    private static List<StandardAxis> Read(SeedFolder folder)
    {
        var found = folder.Yaml(File)?.Items("axes")
            .Select(item => new StandardAxis(item.RequiredWhole("number", 1), item.RequiredLocalized("title")))
            .OrderBy(axis => axis.Number)
            .ToList();
        folder.ThrowIfWrong();
        return found ?? [];
    }
}
