using Platform.Kernel.Text;

namespace Platform.UnitTests.Kernel;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("الميزانيّة", "الميزانيه")]
    [InlineData("الإستشارة", "الاستشاره")]
    [InlineData("آليات", "اليات")]
    [InlineData("مشـــاركة", "مشاركه")]
    [InlineData("مستشفى", "مستشفي")]
    [InlineData("هيئة", "هييه")]
    [InlineData("Béni Mellal‑Khénifra", "beni mellal khenifra")]
    [InlineData("  Oulad   Berhil ", "oulad berhil")]
    [InlineData("٢٠٢٦", "2026")]
    [InlineData(null, "")]
    public void Spellings_of_one_word_fold_to_one_form(string? text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Assert.Equal(Folding.Fold("الديمقراطيّة التشاركية"), Folding.Fold(Folding.Fold("الديمقراطيّة التشاركية")));
}
