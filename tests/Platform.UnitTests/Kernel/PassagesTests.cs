using Platform.Kernel.Text;

namespace Platform.UnitTests.Kernel;

public sealed class PassagesTests
{
    [Fact]
    public void Paragraphs_and_items_are_passages_and_what_belongs_to_an_item_stays_with_it() => Assert.Equal(
        ["one\ntwo", "- a\n  - inner", "- b", "1. first", "2. second", "last"],
        Passages.Split("one\r\ntwo\n\n- a\n  - inner\n- b\n\n1. first\n2. second\n\n\n  \nlast\n"));

    [Fact]
    public void Nothing_holds_no_passage() => Assert.Empty(Passages.Split(" \n\n\t\n"));

    [Fact]
    public void Languages_that_are_cut_alike_go_side_by_side() => Assert.Equal(
        [new LocalizedText("ا", "a"), new LocalizedText("ب", "b")], Passages.Split(new LocalizedText("ا\n\nب", "a\n\nb")));

    [Fact]
    public void Where_they_are_cut_otherwise_the_text_stays_whole()
    {
        var text = new LocalizedText("ا\n\nب", "a and b");

        Assert.Equal([text], Passages.Split(text));
    }
}
