using Platform.Kernel.Charters;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>How a section of DGCT's model stands to the commune's text.</summary>
internal enum ModelStanding
{
    /// <summary>The model changed it since the commune last looked.</summary>
    Changed,

    /// <summary>The commune's text has no such section.</summary>
    Missing,

    /// <summary>The commune has its own words, and has looked at the model's.</summary>
    Own,

    Same,
}

/// <param name="Differences">From the commune's text to the model's.</param>
/// <param name="ModelChanges">What the model itself changed since the commune took its text; none where that is not known.</param>
internal sealed record SectionComparison(
    ModelSection Model, CharterSection? Own, ModelStanding Standing, IReadOnlyList<ParagraphDifference> Differences, IReadOnlyList<ParagraphDifference> ModelChanges);

/// <summary>The commune's text beside DGCT's model, section by section, in the order of the model.</summary>
internal sealed record ModelComparison(ModelCharter Model, Language Language, IReadOnlyList<SectionComparison> Sections, int OwnSections)
{
    public int Count(ModelStanding standing) => Sections.Count(section => section.Standing == standing);

    /// <param name="earlier">Versions of the model that sections of the text were last compared with, by number.</param>
    public static ModelComparison Between(CharterVersion version, ModelCharter model, IReadOnlyDictionary<int, ModelCharter> earlier, Language reader)
    {
        // Only where everything is had in the reader's language is it compared in it.
        var language = model.Sections.All(section => Complete(section, reader))
            && version.Sections.All(section => section.Title.ShownIn(reader) == reader && (section.Text is null || section.Text.ShownIn(reader) == reader))
            && version.Commitments.All(commitment => commitment.Text.ShownIn(reader) == reader)
                ? reader
                : Language.Arabic;
        var sections = model.Sections.Select(section => Compare(version, section, model.Number, earlier, language)).ToList();
        return new(model, language, sections, version.Sections.Count(own => !model.Sections.Any(section => section.Key == own.Key)));
    }

    private static SectionComparison Compare(
        CharterVersion version, ModelSection section, int latest, IReadOnlyDictionary<int, ModelCharter> earlier, Language language)
    {
        var own = version.Sections.Find(other => other.Key == section.Key);
        var theirs = Paragraphs(section, language);
        if (own is null)
        {
            return new(section, null, ModelStanding.Missing, TextDifferences.Compare([], theirs), []);
        }

        var differences = TextDifferences.Compare(Paragraphs(version, own, language), theirs);
        if (differences.All(paragraph => paragraph.Kind == DifferenceKind.Unchanged))
        {
            return new(section, own, ModelStanding.Same, differences, []);
        }

        var taken = own.ModelNumber is { } number && earlier.TryGetValue(number, out var old)
            ? old.Sections.FirstOrDefault(other => other.Key == section.Key)
            : null;
        var changes = own.ModelNumber is null || own.ModelNumber == latest
            ? []
            : TextDifferences.Compare(taken is null ? [] : Paragraphs(taken, language), theirs);
        var changed = changes.Any(paragraph => paragraph.Kind != DifferenceKind.Unchanged);
        return new(section, own, changed ? ModelStanding.Changed : ModelStanding.Own, differences, changed ? changes : []);
    }

    private static bool Complete(ModelSection section, Language language) =>
        section.Title.ShownIn(language) == language && (section.Text is null || section.Text.ShownIn(language) == language);

    private static List<string> Paragraphs(ModelSection section, Language language)
    {
        var text = ModelText.Of(section);
        return
        [
            section.Title.In(language),
            .. RichText.Paragraphs(text.Text?.In(language) ?? ""),
            .. text.Commitments.Select(commitment => commitment.In(language)),
        ];
    }

    private static List<string> Paragraphs(CharterVersion version, CharterSection section, Language language) =>
    [
        section.Title.In(language),
        .. RichText.Paragraphs(section.Text?.In(language) ?? ""),
        .. ModelText.PartyOf(section.Key) is { } party
            ? version.Commitments.Where(commitment => commitment.Party == party).OrderBy(commitment => commitment.Position).Select(commitment => commitment.Text.In(language))
            : [],
    ];
}
