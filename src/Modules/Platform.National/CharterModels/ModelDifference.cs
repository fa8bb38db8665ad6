using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.National.CharterModels;

/// <summary>What became of a section of the model from one version to the next.</summary>
internal sealed record ModelDifference(CharterModelSection Section, DifferenceKind Kind, IReadOnlyList<ParagraphDifference> Paragraphs)
{
    /// <summary>The sections that differ, in the order of the later version, those that went last.</summary>
    public static IReadOnlyList<ModelDifference> Between(CharterModel? before, CharterModel after, Language language)
    {
        var old = before?.Sections ?? [];
        var differences = after.Sections.OrderBy(section => section.Position).Select(section =>
        {
            var earlier = old.Find(other => other.Key == section.Key);
            var paragraphs = TextDifferences.Compare(earlier is null ? [] : ParagraphsOf(earlier, language), ParagraphsOf(section, language));
            var kind = earlier is null ? DifferenceKind.Added
                : paragraphs.All(paragraph => paragraph.Kind == DifferenceKind.Unchanged) ? DifferenceKind.Unchanged
                : DifferenceKind.Changed;
            return new ModelDifference(section, kind, paragraphs);
        });
        var gone = old.Where(section => !after.Sections.Exists(other => other.Key == section.Key))
            .Select(section => new ModelDifference(section, DifferenceKind.Removed, TextDifferences.Compare(ParagraphsOf(section, language), [])));
        return [.. differences.Where(difference => difference.Kind != DifferenceKind.Unchanged), .. gone];
    }

    private static List<string> ParagraphsOf(CharterModelSection section, Language language) =>
        [section.Title.In(language), .. RichText.Paragraphs(section.Text?.In(language) ?? "")];
}
