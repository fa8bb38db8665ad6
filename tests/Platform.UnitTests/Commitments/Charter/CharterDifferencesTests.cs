using Platform.Commitments.Charter;
using Platform.Kernel.Text;

namespace Platform.UnitTests.Commitments.Charter;

public sealed class CharterDifferencesTests
{
    [Fact]
    public void Each_part_tells_what_became_of_it_and_a_removed_one_stands_where_it_was()
    {
        var before = Version(1, ("a", "same words"), ("gone", "these words went"), ("b", "one two three four"));
        var after = Version(2, ("a", "same words"), ("b", "one two three five"), ("new", "these words came"));

        var differences = CharterDifferences.Between(before, after, Language.Arabic);

        Assert.Equal(
            [("a", DifferenceKind.Unchanged), ("gone", DifferenceKind.Removed), ("b", DifferenceKind.Changed), ("new", DifferenceKind.Added)],
            differences.Parts.Select(part => (part.Part.Key, part.Kind)));
        Assert.Equal((1, 1, 1), (differences.Count(DifferenceKind.Added), differences.Count(DifferenceKind.Removed), differences.Count(DifferenceKind.Changed)));
    }

    [Fact]
    public void Commitments_are_compared_within_their_section()
    {
        var before = Version(1, ("commitments-commune", null));
        var after = Version(2, ("commitments-commune", null));
        before.Commitments.Add(Commitment.Of(CommitmentParty.Commune, "6.1.1", 1, new("تلتزم الجماعة بالإنصات")));
        after.Commitments.Add(Commitment.Of(CommitmentParty.Commune, "6.1.1", 1, new("تلتزم الجماعة بالإنصات")));
        after.Commitments.Add(Commitment.Of(CommitmentParty.Commune, "6.1.2", 2, new("نشر النتائج")));

        var part = Assert.Single(CharterDifferences.Between(before, after, Language.Arabic).Touched);

        Assert.Equal([DifferenceKind.Unchanged, DifferenceKind.Added], part.Paragraphs.Select(paragraph => paragraph.Kind));
    }

    [Fact]
    public void Items_whose_section_the_document_lacks_are_still_shown_and_compared()
    {
        var version = Version(1, ("introduction", "text"));
        version.Commitments.Add(Commitment.Of(CommitmentParty.Citizens, "3.1", 1, new("المشاركة")));

        Assert.Equal(["introduction", "commitments-citizens"], CharterPart.Of(version).Select(part => part.Key));
    }

    [Fact]
    public void Texts_that_have_no_French_are_compared_in_Arabic()
    {
        var differences = CharterDifferences.Between(Version(1, ("a", "نص")), Version(2, ("a", "نص آخر")), Language.French);

        Assert.Equal(Language.Arabic, differences.Language);
    }

    private static CharterVersion Version(int number, params (string Key, string? Text)[] sections)
    {
        var version = CharterVersion.Draft(number, new("ميثاق"));
        version.Sections.AddRange(sections.Select((section, at) => CharterSection.Of(
            section.Key, null, $"{at + 1}", at + 1, new(section.Key), section.Text is null ? null : new(section.Text))));
        return version;
    }
}
