using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.Charter;

/// <summary>What became of one part of the charter.</summary>
/// <param name="Part">The part as the later version has it; as the earlier one had it where it was removed.</param>
internal sealed record PartDifference(CharterPart Part, DifferenceKind Kind, IReadOnlyList<ParagraphDifference> Paragraphs);

/// <summary>What changed from one version of the charter to another, part by part.</summary>
/// <param name="Language">Both texts are compared in this language: that of the reader where both are complete in it, Arabic otherwise.</param>
internal sealed record CharterDifferences(Language Language, IReadOnlyList<PartDifference> Parts)
{
    public IEnumerable<PartDifference> Touched => Parts.Where(part => part.Kind != DifferenceKind.Unchanged);

    public IEnumerable<PartDifference> Untouched => Parts.Where(part => part.Kind == DifferenceKind.Unchanged);

    public int Count(DifferenceKind kind) => Parts.Sum(part => part.Paragraphs.Count(paragraph => paragraph.Kind == kind));

    public static CharterDifferences Between(CharterVersion before, CharterVersion after, Language reader)
    {
        var (old, now) = (Texts(before), Texts(after));
        var language = old.Concat(now).SelectMany(part => part.Texts).All(text => text.ShownIn(reader) == reader) ? reader : Language.Arabic;

        var differences = now.Select(part =>
        {
            var earlier = old.Find(other => other.Part.Key == part.Part.Key);
            var paragraphs = TextDifferences.Compare(Paragraphs(earlier, language), Paragraphs(part, language));
            if (earlier?.Part.Title is { } oldTitle && part.Part.Title is { } title && oldTitle.In(language) != title.In(language))
            {
                paragraphs = [new(DifferenceKind.Changed, TextDifferences.CompareWords(oldTitle.In(language), title.In(language))), .. paragraphs];
            }

            var kind = earlier is null ? DifferenceKind.Added
                : paragraphs.All(paragraph => paragraph.Kind == DifferenceKind.Unchanged) ? DifferenceKind.Unchanged
                : DifferenceKind.Changed;
            return new PartDifference(part.Part, kind, paragraphs);
        }).ToList();

        // What was removed is told where it stood: after the part that came before it.
        for (var i = 0; i < old.Count; i++)
        {
            if (now.Exists(part => part.Part.Key == old[i].Part.Key))
            {
                continue;
            }

            var place = i == 0 ? 0 : differences.FindIndex(part => part.Part.Key == old[i - 1].Part.Key) + 1;
            differences.Insert(place, new(old[i].Part, DifferenceKind.Removed, TextDifferences.Compare(Paragraphs(old[i], language), [])));
        }

        return new(language, differences);
    }

    private static List<PartTexts> Texts(CharterVersion version) =>
        [.. CharterPart.Of(version).Select(part => new PartTexts(part, [.. TextsOf(version, part)]))];

    private static IEnumerable<LocalizedText> TextsOf(CharterVersion version, CharterPart part)
    {
        if (part.Text is { } text)
        {
            yield return text;
        }

        var items = part.Items switch
        {
            CharterItems.None => [],
            CharterItems.Ladder => version.Ladder.Select(rung => Joined(rung.Title, rung.Text)),
            CharterItems.References => version.References.Select(reference => Joined(reference.Title, reference.Text)),
            CharterItems.Team => version.Seats.Select(seat => seat.Function).Concat(version.Tasks.Select(task => task.Text)),
            _ => version.Commitments.Where(commitment => commitment.Party == CharterPart.PartyOf(part.Items)).Select(commitment => commitment.Text),
        };
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private static LocalizedText Joined(LocalizedText title, LocalizedText text) =>
        new($"{title.Ar}: {text.Ar}", text.Fr is { } fr ? $"{title.In(Language.French)} : {fr}" : null);

    private static List<string> Paragraphs(PartTexts? part, Language language) =>
        part is null ? [] : [.. part.Texts.SelectMany(text => RichText.Paragraphs(text.In(language)))];

    private sealed record PartTexts(CharterPart Part, IReadOnlyList<LocalizedText> Texts);
}
