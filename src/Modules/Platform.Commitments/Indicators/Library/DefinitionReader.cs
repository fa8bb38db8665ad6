using System.Text.RegularExpressions;
using Platform.Data.Seeding;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Library;

/// <summary>Reads one definition, of the library or of a commune's own; what is wrong becomes a problem with file and line.</summary>
internal static partial class DefinitionReader
{
    public static readonly string[] Keys =
    [
        "code", "name", "definition", "kind", "unit", "direction", "periodicity", "behaviour", "derive", "rollup", "rankingFloor", "measure", "part", "scale", "source",
    ];

    private const int FewestSteps = 2;

    /// <param name="complete">True for the library, whose texts are complete in Arabic and French.</param>
    public static IndicatorDefinition Read(SeedNode node, bool complete)
    {
        var definition = new IndicatorDefinition(
            CodeOf(node),
            TextOf(node, "name", complete),
            TextOf(node, "definition", complete),
            TextOf(node, "unit", complete),
            node.RequiredWord<IndicatorKind>("kind"),
            node.RequiredWord<Direction>("direction"),
            node.RequiredWord<Periodicity>("periodicity"),
            node.RequiredWord<PeriodBehaviour>("behaviour"),
            node.RequiredWord<DeriveRule>("derive"),
            node.RequiredWord<RollUp>("rollup"),
            node.Whole("rankingFloor", 1),
            node.Text("measure", Indicator.MeasureLength),
            [.. node.Items("scale").Select(step => ReadStep(step, complete))],
            SourcesOf(node),
            node.Line)
        {
            PartKey = node.Text("part", Indicator.MeasureLength),
        };
        Check(node, definition);
        return definition;
    }

    private static string CodeOf(SeedNode node)
    {
        var code = node.RequiredText("code", Indicator.CodeLength);
        if (!Code().IsMatch(code))
        {
            node.Refuse($"'{code}' is no code: write lower-case letters, digits and hyphens.");
        }

        return code;
    }

    private static LocalizedText TextOf(SeedNode node, string key, bool complete)
    {
        var text = node.RequiredLocalized(key);
        if (complete && text.Fr is null)
        {
            node.Refuse($"The French text of '{key}' is missing: the library is complete in Arabic and French.");
        }

        return text;
    }

    private static ScaleStep ReadStep(SeedNode node, bool complete)
    {
        node.Allow("value", "statement");
        var value = node.Number("value");
        if (value is null)
        {
            node.Refuse("'value' is missing: write the number of this step.");
        }

        return new(value ?? 0, TextOf(node, "statement", complete));
    }

    /// <summary>One place or a list of places.</summary>
    private static List<SeedSource> SourcesOf(SeedNode node) =>
        node.Child("source") is { } child && child.Has("document")
            ? [node.Source()!]
            : [.. node.Items("source").Select(item =>
            {
                item.Allow("document", "section");
                return new SeedSource(item.RequiredText("document", SeedSource.DocumentLength), item.Text("section", SeedSource.SectionLength));
            })];

    private static void Check(SeedNode node, IndicatorDefinition definition)
    {
        var isShare = definition.Kind is IndicatorKind.Percentage or IndicatorKind.Ratio;
        if (!isShare && (definition.Derive == DeriveRule.Recompute || definition.RollUp == RollUp.Recompute || definition.RankingFloor is not null))
        {
            node.Refuse("Only a percentage or a ratio has a numerator and a denominator: 'recompute' and 'rankingFloor' are not for this kind.");
        }

        if (definition.Kind != IndicatorKind.Count && (definition.Derive == DeriveRule.Sum || definition.RollUp == RollUp.Sum))
        {
            node.Refuse("Only a count can be summed.");
        }

        if (isShare && definition.RollUp == RollUp.PopulationMean)
        {
            node.Refuse("A mean of percentages is no percentage: write rollup: recompute, or none.");
        }

        if (definition.Behaviour == PeriodBehaviour.Stock && definition.Derive is (DeriveRule.Sum or DeriveRule.Recompute))
        {
            node.Refuse("What is there at the end of each month is not added up: write derive: last, or mean.");
        }

        if (definition.Kind == IndicatorKind.Scale ? !IsScale(definition.Scale) : definition.Scale.Count > 0)
        {
            node.Refuse("An indicator of kind scale, and no other, has two steps or more under 'scale', from the lowest value to the highest.");
        }
    }

    private static bool IsScale(IReadOnlyList<ScaleStep> steps) =>
        steps.Count >= FewestSteps && steps.Zip(steps.Skip(1)).All(pair => pair.First.Value < pair.Second.Value);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();
}
