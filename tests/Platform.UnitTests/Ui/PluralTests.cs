using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(10, "few")]
    [InlineData(11, "many")]
    [InlineData(99, "many")]
    [InlineData(100, "other")]
    [InlineData(102, "other")]
    [InlineData(103, "few")]
    [InlineData(111, "many")]
    [InlineData(1000, "other")]
    public void Arabic_has_six_categories(long number, string category) => Assert.Equal(category, Plurals.Category(Language.Arabic, number));

    [Theory]
    [InlineData(0, "one")]
    [InlineData(1, "one")]
    [InlineData(2, "other")]
    [InlineData(100, "other")]
    [InlineData(1_000_000, "many")]
    public void French_counts_nothing_as_one(long number, string category) => Assert.Equal(category, Plurals.Category(Language.French, number));

    [Theory]
    [InlineData(0, "لا نتائج")]
    [InlineData(1, "نتيجة واحدة")]
    [InlineData(2, "نتيجتان")]
    [InlineData(3, "3 نتائج")]
    [InlineData(11, "11 نتيجة")]
    [InlineData(100, "100 نتيجة")]
    [InlineData(1103, "1.103 نتائج")]
    public void Arabic_texts_follow_the_number(int number, string text)
    {
        using var _ = In.Arabic();

        Assert.Equal(text, Rendering.Texts.Count("ResultsCount", number));
    }

    [Theory]
    [InlineData(0, "0 résultat")]
    [InlineData(2, "2 résultats")]
    [InlineData(1_000_000, "1.000.000 résultats")]
    public void French_texts_are_never_Arabic(int number, string text)
    {
        using var _ = In.French();

        Assert.Equal(text, Rendering.Texts.Count("ResultsCount", number));
    }
}
