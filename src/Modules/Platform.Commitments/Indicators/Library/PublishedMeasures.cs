using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators.Library;

/// <summary>
/// What rooms can count is the same in every commune, but only a commune's scope can ask them: the first one of the catalog is asked once. It counts nothing.
/// </summary>
internal sealed class PublishedMeasures(IServiceScopeFactory scopes, ICommuneCatalog catalog, IndicatorLibrary library) : IStandardMeasures
{
    private static readonly ResourceManager Words = new(typeof(IndicatorsTexts));

    private IReadOnlyList<StandardMeasure>? known;

    public async ValueTask<IReadOnlyList<StandardMeasure>> AllAsync(CancellationToken cancellation)
    {
        if (known is { } all)
        {
            return all;
        }

        if (await catalog.AllAsync(cancellation) is not [var listed, ..])
        {
            // No commune yet: what can be counted is told when there is one.
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommune>().Set(listed.Commune);
        var definitions = scope.ServiceProvider.GetRequiredService<MeasureBook>().Definitions;
        return known = [.. definitions.Values.OrderBy(definition => definition.Key, StringComparer.Ordinal)
            .Select(definition => new StandardMeasure(definition.Key, NameOf(definition.Key), KindOf(definition), definition.Behaviour))];
    }

    public static IndicatorKind KindOf(MeasureDefinition measure) => measure.Value switch
    {
        MeasureValue.Percentage => IndicatorKind.Percentage,
        MeasureValue.Ratio => IndicatorKind.Ratio,
        _ => IndicatorKind.Count,
    };

    /// <summary>By the name of the standard indicator that it counts; those that none counts by a name of their own.</summary>
    private LocalizedText NameOf(string key) =>
        library.Definitions.FirstOrDefault(definition => definition.MeasureKey == key)?.Name
        ?? new(In(key, Language.Arabic), In(key, Language.French));

    private static string In(string key, Language language) => Words.GetString("Measure_" + key, language.Culture) ?? key;
}
