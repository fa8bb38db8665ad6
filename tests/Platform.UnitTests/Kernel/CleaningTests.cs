using Platform.Kernel.Text;

namespace Platform.UnitTests.Kernel;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("  \u202Eabc\u202C ", "abc")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void What_a_reader_cannot_see_is_removed_and_the_rest_stays(string typed, string expected) => Assert.Equal(expected, Cleaning.Clean(typed));

    /// <summary>Not inline data: an attribute cannot hold half a character.</summary>
    [Fact]
    public void Half_a_character_is_removed() => Assert.Equal("alone", Cleaning.Clean("\uD83D alone"));

    [Fact]
    public void A_pile_of_marks_on_one_letter_is_cut()
    {
        var zalgo = "a" + new string('\u0335', 100) + "b";

        Assert.True(Cleaning.Clean(zalgo).Length <= 6);
    }

    [Fact]
    public void Vowelled_Arabic_and_joiners_stay()
    {
        const string Text = "\u0645\u064F\u0634\u064E\u0627\u0631\u064E\u0643\u064E\u0629\u064C \u0645\u0640\u200D";

        Assert.Equal(Text, Cleaning.Clean(Text));
    }
}
