using System.Numerics;

namespace Platform.Ui.ShareCards;

/// <summary>What stands on a card.</summary>
/// <param name="Title">Of the page.</param>
/// <param name="Site">Whose page it is.</param>
/// <param name="Host">Where it is: whoever is shown a card sees where it leads.</param>
/// <param name="When">Until when one can take part, or between which days it takes place; none where the page is of no time.</param>
/// <param name="Accent">The site's colour, on which white can be read.</param>
internal sealed record CardWords(string Title, string Site, string Host, string Accent, bool RightToLeft, string? When = null);

/// <summary>Draws the picture that messengers and networks show beside a link: the site, the title, its dates, the host, in the colour of the site.</summary>
internal sealed class CardPainter
{
    /// <summary>The size that the networks ask for.</summary>
    public const int Width = 1200, Height = 630;

    private const int WhenHeight = 60;

    private const int Margin = 80, Band = 104, MarkSize = 92, MostLines = 3;

    // The first size at which the title fits.
    private static readonly int[] TitleSizes = [84, 72, 60, 50];

    private readonly Typesetter type = new(FontFile.Embedded("cairo-arabic-700.woff"), FontFile.Embedded("cairo-latin-700.woff"));

    public byte[] Paint(CardWords words)
    {
        var accent = Canvas.Colour.Of(words.Accent);
        var canvas = new Canvas(Width, Height);
        canvas.FillRows(0, Height - Band, accent);
        canvas.FillRows(Height - Band, Height, Canvas.Colour.White);
        PaintSite(canvas, words, accent);
        PaintTitle(canvas, words);
        PaintWhen(canvas, words);
        PaintHost(canvas, words, accent);
        return canvas.ToPng();
    }

    private void PaintSite(Canvas canvas, CardWords words, Canvas.Colour accent)
    {
        const int Size = 42, Top = 64, Gap = 26;
        var place = new Vector2(words.RightToLeft ? Width - Margin - MarkSize : Margin, Top);
        canvas.Fill(Mark.Ground(MarkSize), place, Canvas.Colour.White);
        canvas.Fill(Mark.Lines(MarkSize), place, accent);
        var room = Width - (2 * Margin) - MarkSize - Gap;
        var name = type.SetLines(words.Site, words.RightToLeft, Size, room, 1, cut: true)![0];
        var left = words.RightToLeft ? place.X - Gap - name.Width : place.X + MarkSize + Gap;
        canvas.Fill(name.Outlines, new(left, Top + (MarkSize / 2) + (Size * .33f)), Canvas.Colour.White);
    }

    private void PaintTitle(Canvas canvas, CardWords words)
    {
        const int Top = 190;
        var bottom = Height - Band - 34 - (words.When is null ? 0 : WhenHeight);

        // A page in French may have a title that exists in Arabic only.
        var rightToLeft = ReadingOrder.BeginsInArabic(words.Title) ?? words.RightToLeft;
        foreach (var size in TitleSizes)
        {
            if (type.SetLines(words.Title, rightToLeft, size, Width - (2 * Margin), MostLines, cut: size == TitleSizes[^1]) is not { } lines)
            {
                continue;
            }

            var step = size * 1.42f;
            var first = Top + ((bottom - Top - (lines.Count * step)) / 2) + (size * 1.02f);
            for (var i = 0; i < lines.Count; i++)
            {
                var left = rightToLeft ? Width - Margin - lines[i].Width : Margin;
                canvas.Fill(lines[i].Outlines, new(left, first + (i * step)), Canvas.Colour.White);
            }

            return;
        }
    }

    private void PaintWhen(Canvas canvas, CardWords words)
    {
        const int Largest = 40, Smallest = 28;
        if (words.When is null)
        {
            return;
        }

        var rightToLeft = ReadingOrder.BeginsInArabic(words.When) ?? words.RightToLeft;
        var room = Width - (2 * Margin);
        var line = type.SetLines(words.When, rightToLeft, Largest, room, 1, cut: false)?[0] ?? type.SetLines(words.When, rightToLeft, Smallest, room, 1, cut: true)![0];
        canvas.Fill(line.Outlines, new(rightToLeft ? Width - Margin - line.Width : Margin, Height - Band - 40), Canvas.Colour.White);
    }

    private void PaintHost(Canvas canvas, CardWords words, Canvas.Colour accent)
    {
        const int Size = 34;
        var host = type.SetLines(words.Host, rightToLeft: false, Size, Width - (2 * Margin), 1, cut: true)![0];
        var left = words.RightToLeft ? Width - Margin - host.Width : Margin;
        canvas.Fill(host.Outlines, new(left, Height - (Band / 2) + (Size * .33f)), accent);
    }
}
