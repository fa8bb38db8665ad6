using Platform.Kernel.Indicators;
using Platform.Kernel.Text;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>What one published version changed: each text as it was and as it is from its month on.</summary>
internal sealed record DefinitionChange(StandardVersion Version, IReadOnlyList<(string Field, string Before, string After)> Fields)
{
    /// <summary>The changes of the whole library, the latest first.</summary>
    public static IReadOnlyList<DefinitionChange> Of(IReadOnlyList<StandardVersion> versions, IReadOnlyList<StandardIndicator> first, Language language, Func<Direction, string> direction) =>
    [
        .. versions.GroupBy(version => version.Code).SelectMany(group =>
        {
            var before = first.FirstOrDefault(indicator => indicator.Code == group.Key) is { } one ? (one.Name, one.Definition, one.Unit, one.Direction) : default;
            var changes = new List<DefinitionChange>();
            foreach (var version in group.OrderBy(version => version.Version))
            {
                (string Field, string? Before, string After)[] fields =
                [
                    ("Name", before.Name?.In(language), version.Name.In(language)),
                    ("Definition", before.Definition?.In(language), version.Definition.In(language)),
                    ("Unit", before.Unit?.In(language), version.Unit.In(language)),
                    ("Direction", direction(before.Direction), direction(version.Direction)),
                ];
                changes.Add(new(version, [.. fields.Where(field => field.Before != field.After).Select(field => (field.Field, field.Before ?? "", field.After))]));
                before = (version.Name, version.Definition, version.Unit, version.Direction);
            }

            return changes;
        }).OrderByDescending(change => change.Version.PublishedAt),
    ];
}
