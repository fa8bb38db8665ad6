using Platform.Documents.Pictures;
using Platform.Ui.ShareCards;

namespace Platform.UnitTests.Ui;

/// <summary>Words in Arabic stand here as codes: no text that a person reads stands in code.</summary>
public sealed class ShareCardTests
{
    private const string Seen = "\u0633", Lam = "\u0644", Alif = "\u0627", Meem = "\u0645";

    private static readonly FontFile Arabic = FontFile.Embedded("cairo-arabic-700.woff");
    private static readonly FontFile Latin = FontFile.Embedded("cairo-latin-700.woff");
    private static readonly Typesetter Type = new(Arabic, Latin);

    [Fact]
    public void Letters_join_as_Arabic_asks()
    {
        var (seen, alif) = (Arabic.GlyphOf(Seen[0]), Arabic.GlyphOf(Alif[0]));

        // Seen joins on both sides, alif only to what stands before it.
        Assert.All([GlyphForms.Initial, GlyphForms.Medial, GlyphForms.Final], form => Assert.NotNull(Arabic.Forms.Of(form, seen)));
        Assert.NotNull(Arabic.Forms.Of(GlyphForms.Final, alif));
        Assert.Null(Arabic.Forms.Of(GlyphForms.Initial, alif));
        Assert.NotEqual(Shape(Seen + Meem), Shape(Meem + Seen));
        Assert.True(Width(Seen + Seen) < 2 * Width(Seen));
    }

    [Fact]
    public void Lam_and_alif_become_one()
    {
        Assert.True(Width(Lam + Alif) < Width(Lam + "\u200C") + Width(Alif));
        Assert.NotEqual(Shape(Lam + Alif), Shape(Alif + Lam));
    }

    [Fact]
    public void What_a_headline_does_without_changes_nothing()
    {
        Assert.Equal(Shape(Seen + Meem), Shape(Seen + "\u0640" + Meem));
        Assert.Equal(Shape(Seen + Meem), Shape(Seen + "\u064E" + Meem + "\u0651"));
    }

    [Theory]
    [InlineData("abc 12", false, "abc 12")]
    [InlineData("\u0633\u0644 12-3", true, "12-3|\u0633\u0644 ")]
    [InlineData("\u0633 ab 12 \u0644", true, " \u0644|ab 12|\u0633 ")]
    [InlineData("ab \u0633 12 \u0644 cd", false, "ab | \u0644|12|\u0633 | cd")]
    [InlineData("(\u0633)", true, "(\u0633)")]
    [InlineData("40% \u0633", true, " \u0633|40%")]
    public void Runs_are_drawn_in_the_order_of_the_Unicode_algorithm(string line, bool rightToLeft, string drawn) =>
        Assert.Equal(drawn, string.Join('|', ReadingOrder.Runs(line, rightToLeft).Select(run => run.Text)));

    [Fact]
    public void Lines_break_at_words_and_fit()
    {
        const float Width = 400;

        var lines = Type.SetLines("one two three four five six seven", rightToLeft: false, 40, Width, 3, cut: false);

        Assert.NotNull(lines);
        Assert.InRange(lines.Count, 2, 3);
        Assert.All(lines, line => Assert.InRange(line.Width, 1, Width));
        Assert.Null(Type.SetLines("one two three four five six seven", rightToLeft: false, 40, 100, 3, cut: false));
        Assert.All(Type.SetLines("Incommunicabilities " + new string('x', 60), rightToLeft: false, 40, 200, 1, cut: true)!, line => Assert.InRange(line.Width, 1, 200));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_card_shows_its_title_in_the_colour_of_the_site(bool rightToLeft)
    {
        var painter = new CardPainter();
        var empty = Read(painter.Paint(new("", "Demnate", "demnate.example.ma", "#0b5d4e", rightToLeft)));
        var card = Read(painter.Paint(new(rightToLeft ? Seen + Meem : "Plan", "Demnate", "demnate.example.ma", "#0b5d4e", rightToLeft)));

        Assert.Equal((CardPainter.Width, CardPainter.Height), (card.Width, card.Height));
        Assert.Equal([0x0B, 0x5D, 0x4E], Colour(card, 5, 5));
        Assert.Equal([255, 255, 255], Colour(card, 5, CardPainter.Height - 5));

        // The title stands on the side on which its language begins, and nowhere else.
        Assert.Equal(rightToLeft, Changed(CardPainter.Width / 2, CardPainter.Width));
        Assert.Equal(!rightToLeft, Changed(0, CardPainter.Width / 2));

        bool Changed(int from, int to) => Enumerable.Range(0, CardPainter.Height)
            .Any(y => Enumerable.Range(from, to - from).Any(x => !Colour(card, x, y).SequenceEqual(Colour(empty, x, y))));
    }

    private static byte[] Colour(Pixels pixels, int x, int y) => pixels.At(x, y)[..3].ToArray();

    private static Pixels Read(byte[] png) => Pixels.Of(new PngReader(new MemoryStream(png)));

    private static float Width(string word) => Type.Set(word, rightToLeft: true, 1000).Width;

    private static string Shape(string word) => string.Join(';', Type.Set(word, rightToLeft: true, 1000).Outlines.Select(line => string.Join(',', line)));
}
