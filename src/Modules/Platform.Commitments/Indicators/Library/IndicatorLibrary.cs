using Platform.Data.Seeding;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;

namespace Platform.Commitments.Indicators.Library;

/// <summary>The DGCT library of <c>tenants/_standard/indicators.yaml</c>, read when first asked for.</summary>
internal sealed class IndicatorLibrary(SeedRoot seeds)
{
    public const string File = "indicators.yaml";

    // A file that was wrong is read again at the next question: correcting it needs no restart.
    private readonly Lazy<IReadOnlyList<IndicatorDefinition>> definitions = new(() => Read(seeds.Standard), LazyThreadSafetyMode.PublicationOnly);
    private IReadOnlyList<StandardIndicator>? standard;

    /// <exception cref="SeedException">The file is missing or has mistakes.</exception>
    public IReadOnlyList<IndicatorDefinition> Definitions => definitions.Value;

    /// <exception cref="SeedException">The file is missing or has mistakes.</exception>
    public IReadOnlyList<StandardIndicator> All => standard ??= [.. Definitions.Select(definition => definition.AsStandard())];

    public static IReadOnlyList<IndicatorDefinition> Read(SeedFolder folder)
    {
        var read = new List<IndicatorDefinition>();
        if (folder.Yaml(File) is { } root)
        {
            root.Allow("indicators");
            foreach (var node in root.Items("indicators"))
            {
                node.Allow(DefinitionReader.Keys);
                var definition = DefinitionReader.Read(node, complete: true);
                if (read.Exists(other => other.Code == definition.Code))
                {
                    node.Refuse($"The code '{definition.Code}' is used twice.");
                }

                read.Add(definition);
            }
        }
        else
        {
            folder.Refuse(File, 1, "The library of indicators is missing.");
        }

        folder.ThrowIfWrong();
        return read;
    }

    /// <summary>What is wrong between definitions and the measures that rooms publish.</summary>
    /// <param name="file">Where the definitions stand, from tenants/.</param>
    public static IEnumerable<SeedProblem> Mismatches(
        string file, IEnumerable<IndicatorDefinition> definitions, IReadOnlyDictionary<string, MeasureDefinition> measures)
    {
        foreach (var definition in definitions)
        {
            if (definition.PartKey is { } part && !measures.ContainsKey(part))
            {
                yield return new(file, definition.Line, $"No room publishes the measure '{part}'; there are: {string.Join(", ", measures.Keys)}.");
            }

            if (definition.MeasureKey is null)
            {
                continue;
            }

            if (!measures.TryGetValue(definition.MeasureKey, out var measure))
            {
                yield return new(file, definition.Line, $"No room publishes the measure '{definition.MeasureKey}'; there are: {string.Join(", ", measures.Keys)}.");
                continue;
            }

            var kind = PublishedMeasures.KindOf(measure);
            if (definition.Kind != kind || definition.Behaviour != measure.Behaviour)
            {
                yield return new(
                    file, definition.Line, $"The measure '{measure.Key}' is a {kind} and a {measure.Behaviour}: 'kind' and 'behaviour' must say the same.");
            }
        }
    }
}
