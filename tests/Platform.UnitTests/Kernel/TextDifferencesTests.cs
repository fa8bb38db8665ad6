using Platform.Kernel.Text;

namespace Platform.UnitTests.Kernel;

public sealed class TextDifferencesTests
{
    [Fact]
    public void Equal_texts_have_only_unchanged_paragraphs()
    {
        var differences = TextDifferences.Compare(["one", "two"], ["one", "two"]);

        Assert.All(differences, paragraph => Assert.Equal(DifferenceKind.Unchanged, paragraph.Kind));
        Assert.Equal(2, differences.Count);
    }

    [Fact]
    public void A_paragraph_that_came_and_one_that_went_stand_where_they_are()
    {
        var differences = TextDifferences.Compare(["first", "to be removed", "last"], ["first", "last", "entirely new words"]);

        Assert.Equal(
            [(DifferenceKind.Unchanged, "first"), (DifferenceKind.Removed, "to be removed"), (DifferenceKind.Unchanged, "last"), (DifferenceKind.Added, "entirely new words")],
            differences.Select(paragraph => (paragraph.Kind, paragraph.Runs[0].Text)));
    }

    [Fact]
    public void A_paragraph_that_stayed_alike_is_changed_and_shows_its_words()
    {
        var changed = Assert.Single(TextDifferences.Compare(["تلتزم الجماعة بنشر المعلومات كل سنة"], ["تلتزم الجماعة بنشر المعلومات كل ثلاثة أشهر"]));

        Assert.Equal(DifferenceKind.Changed, changed.Kind);
        Assert.Equal(
            [(DifferenceKind.Unchanged, "تلتزم الجماعة بنشر المعلومات كل"), (DifferenceKind.Removed, "سنة"), (DifferenceKind.Added, "ثلاثة أشهر")],
            changed.Runs.Select(run => (run.Kind, run.Text)));
    }

    [Fact]
    public void Paragraphs_with_little_in_common_are_one_removed_and_one_added()
    {
        var kinds = TextDifferences.Compare(["a b c d e f"], ["u v w x y f"]).Select(paragraph => paragraph.Kind);

        Assert.Equal([DifferenceKind.Removed, DifferenceKind.Added], kinds);
    }

    [Theory]
    [InlineData("a b c", "a c d")]
    [InlineData("", "a b")]
    [InlineData("a b", "")]
    [InlineData("x y x y", "y x y x")]
    public void The_words_of_both_texts_can_be_read_back_from_the_differences(string before, string after)
    {
        var runs = TextDifferences.CompareWords(before, after);

        Assert.Equal(before, string.Join(' ', runs.Where(run => run.Kind != DifferenceKind.Added).Select(run => run.Text)));
        Assert.Equal(after, string.Join(' ', runs.Where(run => run.Kind != DifferenceKind.Removed).Select(run => run.Text)));
    }
}
