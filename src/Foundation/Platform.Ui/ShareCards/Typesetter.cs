using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Ui.ShareCards;

/// <summary>Sets words into lines: letters joined as Arabic asks, in the order in which they are read, broken where they do not fit.</summary>
internal sealed partial class Typesetter(FontFile arabic, FontFile latin)
{
    private const string Ellipsis = "…";

    /// <summary>A line that was set, from its left end: outlines on the line that letters stand on, downwards.</summary>
    internal sealed record Line(float Width, IReadOnlyList<Vector2[]> Outlines);

    /// <param name="size">Of the letters, in pixels.</param>
    public Line Set(string text, bool rightToLeft, float size)
    {
        var pen = 0f;
        var outlines = new List<Vector2[]>();
        foreach (var (font, glyph) in ReadingOrder.Runs(Plain(text), rightToLeft).SelectMany(Glyphs))
        {
            var scale = size / font.UnitsPerEm;
            var place = Matrix3x2.CreateScale(scale, -scale) * Matrix3x2.CreateTranslation(pen, 0);
            outlines.AddRange(font.OutlineOf(glyph).Select(line => Array.ConvertAll(line, point => Vector2.Transform(point, place))));
            pen += font.WidthOf(glyph) * scale;
        }

        return new(pen, outlines);
    }

    /// <summary>Lines no wider than this, and no more than so many: what remains is told by an ellipsis.</summary>
    /// <returns>None where the text would have to be cut and may not be.</returns>
    public IReadOnlyList<Line>? SetLines(string text, bool rightToLeft, float size, float width, int most, bool cut)
    {
        var lines = new List<string>();
        foreach (var word in Spaces().Split(text.Trim()))
        {
            if (lines.Count > 0 && Fits($"{lines[^1]} {word}"))
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        if (!cut && (lines.Count > most || !lines.TrueForAll(Fits)))
        {
            return null;
        }

        if (lines.Count > most)
        {
            lines = lines[..most];
            lines[^1] += Ellipsis;
        }

        return [.. lines.Select(line => Set(Shortened(line), rightToLeft, size))];

        bool Fits(string line) => Set(line, rightToLeft, size).Width <= width;

        string Shortened(string line)
        {
            while (!Fits(line) && line.Length > 1)
            {
                line = line.TrimEnd('…')[..^1].TrimEnd() + Ellipsis;
            }

            return line;
        }
    }

    /// <summary>Without vowel signs and lengthening strokes, which a headline does without, and without what cannot be seen.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize())
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (letter != '\u0640' && category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control))
            {
                plain.Append(category == UnicodeCategory.SpaceSeparator ? ' ' : letter);
            }
        }

        return plain.ToString();
    }

    private IEnumerable<(FontFile Font, ushort Glyph)> Glyphs(ReadingOrder.Run run)
    {
        var glyphs = new List<(FontFile, ushort)>();
        for (int start = 0, end = 0; start < run.Text.Length; start = end)
        {
            var ours = IsArabic(run.Text[start]);
            for (end = start + 1; end < run.Text.Length && IsArabic(run.Text[end]) == ours; end++)
            {
            }

            var letters = run.Text[start..end];
            glyphs.AddRange(ours
                ? Joined(letters).Select(glyph => (arabic, glyph))
                : letters.Select(letter => (latin, latin.GlyphOf(run.RightToLeft ? Mirrored(letter) : letter))));
        }

        if (run.RightToLeft)
        {
            glyphs.Reverse();
        }

        return glyphs;
    }

    private bool IsArabic(char letter) => ReadingOrder.IsArabic(letter) && arabic.GlyphOf(letter) != 0;

    /// <summary>Which form a letter takes, its neighbours say; whether it joins at all, the font does, by having that form.</summary>
    private List<ushort> Joined(string letters)
    {
        var forms = arabic.Forms;
        var alone = letters.Select(arabic.GlyphOf).ToList();
        var joined = alone.Select((glyph, i) =>
        {
            var before = i > 0 && Join(alone[i - 1], glyph);
            var after = i + 1 < alone.Count && Join(glyph, alone[i + 1]);
            return (before, after) switch
            {
                (true, true) => forms.Of(GlyphForms.Medial, glyph),
                (true, false) => forms.Of(GlyphForms.Final, glyph),
                (false, true) => forms.Of(GlyphForms.Initial, glyph),
                _ => null,
            } ?? glyph;
        }).ToList();
        forms.Join(joined);
        return joined;

        bool Join(ushort one, ushort next) => forms.Of(GlyphForms.Initial, one) is not null && forms.Of(GlyphForms.Final, next) is not null;
    }

    private static char Mirrored(char letter) => letter switch
    {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        _ => letter,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
