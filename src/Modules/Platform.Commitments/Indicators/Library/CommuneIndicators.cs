using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators.Library;

/// <summary>A commune's <c>indicators.yaml</c>: what its documents say of targets, and its own indicators.</summary>
internal sealed record CommuneIndicators(IReadOnlyList<CommuneIndicators.Aim> Aims, IReadOnlyList<(IndicatorDefinition Definition, CommuneIndicators.Aim Aim)> Own)
{
    public const string File = "indicators.yaml";

    private static readonly string[] AimKeys = ["target", "baseline", "responsible", "linkedTo"];

    /// <summary>What the commune says of one indicator.</summary>
    internal sealed record Aim(string Code, Target? Target, Baseline? Baseline, LocalizedText? Responsible, string? LinkedTo, SeedSource? Source);

    /// <returns>Nothing where the commune has no such file.</returns>
    public static CommuneIndicators Read(SeedFolder folder, IReadOnlyCollection<string> library)
    {
        var aims = new List<Aim>();
        var own = new List<(IndicatorDefinition Definition, Aim Aim)>();
        if (folder.Yaml(File) is not { } root)
        {
            return new(aims, own);
        }

        root.Allow("indicators", "own");
        foreach (var node in root.Items("indicators"))
        {
            node.Allow(["code", "source", .. AimKeys]);
            var aim = ReadAim(node, node.Source());
            if (!library.Contains(aim.Code))
            {
                node.Refuse($"The library has no indicator '{aim.Code}'; a commune's own ones stand under 'own'.");
            }

            if (aims.Exists(other => other.Code == aim.Code))
            {
                node.Refuse($"The code '{aim.Code}' stands here twice.");
            }

            aims.Add(aim);
        }

        foreach (var node in root.Items("own"))
        {
            node.Allow([.. DefinitionReader.Keys, .. AimKeys]);
            var definition = DefinitionReader.Read(node, complete: false);
            if (library.Contains(definition.Code) || own.Exists(other => other.Definition.Code == definition.Code))
            {
                node.Refuse($"The code '{definition.Code}' is taken: choose another.");
            }

            own.Add((definition, ReadAim(node, null)));
        }

        return new(aims, own);
    }

    private static Aim ReadAim(SeedNode node, SeedSource? source)
    {
        var link = node.Text("linkedTo", Indicator.LinkLength);
        if (link is not null && !IndicatorLink.IsValid(link))
        {
            node.Refuse($"'{link}' is no link: write charter, plan, axis:1, activity:2.1, openness or project:68.");
        }

        return new(
            node.RequiredText("code", Indicator.CodeLength), ReadTarget(node.Child("target")), ReadBaseline(node.Child("baseline")),
            node.Localized("responsible"), link, source);
    }

    private static Target? ReadTarget(SeedNode? node)
    {
        if (node is null)
        {
            return null;
        }

        node.Allow("value", "due", "statement");
        if (node.Number("value") is not { } value)
        {
            node.Refuse("'value' is missing: write the number to be reached.");
            return null;
        }

        return new(value, node.Date("due"), node.Localized("statement"));
    }

    private static Baseline? ReadBaseline(SeedNode? node)
    {
        if (node is null)
        {
            return null;
        }

        node.Allow("value", "on");
        if (node.Number("value") is not { } value)
        {
            node.Refuse("'value' is missing: write where the commune stood.");
            return null;
        }

        return new(value, node.RequiredDate("on"));
    }
}
