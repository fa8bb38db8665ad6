using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;

namespace Platform.UnitTests.Participation;

public sealed class OwnTextTests
{
    private static readonly LocalizedText Opening = new("مستهل", "Ouverture");

    [Fact]
    public void Headings_begin_sections_and_what_stands_before_the_first_has_a_name()
    {
        var parts = OwnText.Read(new("مدخل\n\n# أول\n\nف1\n\n- ب1\n- ب2\n\n## ثان", "intro\n\n# un\n\np1\n\n- i1\n- i2\n\n# deux"), Opening)!;

        Assert.Equal(["opening", "part-1", "part-2"], parts.Select(part => part.Key));
        Assert.Equal([Opening, new("أول", "un"), new("ثان", "deux")], parts.Select(part => part.Title));
        Assert.Equal([1, 3, 0], parts.Select(part => part.Passages.Count));
        Assert.Equal(new LocalizedText("- ب2", "- i2"), parts[1].Passages[2].Text);
    }

    [Fact]
    public void A_heading_with_more_signs_is_a_part_and_comes_back_as_it_was_written()
    {
        var text = new LocalizedText("# باب\n\nف1\n\n## فصل\n\nف2\n\n### بند\n\nف3\n\n# باب آخر");
        var matters = Matters.Of(OwnText.Read(text, Opening)!, ConsultableKind.Text);

        Assert.Equal([1, 2, 3, 1], matters.Where(matter => matter.Kind == MatterKind.Section).Select(matter => matter.Level));
        Assert.Equal(text, OwnText.Write(matters));
    }

    [Theory]
    [InlineData("# أ\n\nب", "# a")]
    [InlineData("# أ\n\nب", "# a\n\nb\n\n# c")]
    [InlineData("أ\n\n# ب", "# a\n\n# b")]
    public void Languages_that_are_cut_otherwise_are_refused(string arabic, string french) => Assert.Null(OwnText.Read(new(arabic, french), Opening));

    [Fact]
    public void What_was_written_comes_back()
    {
        var text = new LocalizedText("مدخل\n\n# أول\n\nف1\n\n- ب1", "intro\n\n# un\n\np1\n\n- i1");

        Assert.Equal(text, OwnText.Write(Matters.Of(OwnText.Read(text, Opening)!, ConsultableKind.Text)));
    }

    [Fact]
    public void Matters_have_keys_that_tell_the_card_and_its_field()
    {
        var matters = Matters.Of(
            [new("project:68", "68", 1, Opening, [new(CardField.Problem, Opening), new(CardField.FollowUpIndicators, null)], null)], ConsultableKind.Cards);

        Assert.Equal(["project:68", "project:68:problem", "project:68:follow-up-indicators"], matters.Select(matter => matter.Key));
        Assert.Equal([MatterKind.Card, MatterKind.Field, MatterKind.Field], matters.Select(matter => matter.Kind));
        Assert.Equal([1, 2, 3], matters.Select(matter => matter.Position));
    }
}
