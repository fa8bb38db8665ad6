using System.Buffers.Binary;
using System.Text;

namespace Platform.Ui.ShareCards;

/// <summary>
/// What a font says of letters in company (OpenType GSUB): the form of an Arabic letter at the beginning, in the middle and at the end of a word, and
/// the letters that melt into one, as lam and alif.
/// </summary>
internal sealed class GlyphForms
{
    public const string Initial = "init";
    public const string Medial = "medi";
    public const string Final = "fina";
    private const string Required = "rlig";

    private readonly byte[] table;
    private readonly Dictionary<string, Dictionary<ushort, ushort>> forms = [];
    private readonly List<(ushort[] Letters, ushort Glyph)> ligatures = [];

    public GlyphForms(byte[] table)
    {
        this.table = table;
        if (table.Length == 0)
        {
            return;
        }

        foreach (var feature in new[] { Initial, Medial, Final })
        {
            forms[feature] = [];
            ForEachSubtable(feature, at => ReadForms(at, forms[feature]));
        }

        ForEachSubtable(Required, ReadLigatures);
        ligatures.Sort((one, other) => other.Letters.Length - one.Letters.Length);
    }

    /// <summary>The glyph in this form; none where the letter has none, that is, where it does not join on that side.</summary>
    public ushort? Of(string form, ushort glyph) =>
        forms.TryGetValue(form, out var known) && known.TryGetValue(glyph, out var formed) ? formed : null;

    /// <summary>Melts what the script demands to be one.</summary>
    public void Join(List<ushort> glyphs)
    {
        for (var i = 0; i < glyphs.Count; i++)
        {
            foreach (var (letters, glyph) in ligatures)
            {
                if (i + letters.Length <= glyphs.Count && letters.SequenceEqual(glyphs.Skip(i).Take(letters.Length)))
                {
                    glyphs.RemoveRange(i, letters.Length);
                    glyphs.Insert(i, glyph);
                    break;
                }
            }
        }
    }

    private void ForEachSubtable(string feature, Action<int> read)
    {
        var (features, lookups) = (U(6), U(8));
        var wanted = new SortedSet<int>();
        for (var i = 0; i < U(features); i++)
        {
            var entry = features + 2 + (6 * i);
            if (Encoding.ASCII.GetString(table, entry, 4) == feature)
            {
                var at = features + U(entry + 4);
                wanted.UnionWith(Enumerable.Range(0, U(at + 2)).Select(lookup => U(at + 4 + (2 * lookup))));
            }
        }

        foreach (var at in wanted.Select(lookup => lookups + U(lookups + 2 + (2 * lookup))))
        {
            for (var i = 0; i < U(at + 4); i++)
            {
                read(at + U(at + 6 + (2 * i)));
            }
        }
    }

    /// <summary>One glyph for one (lookup type 1).</summary>
    private void ReadForms(int at, Dictionary<ushort, ushort> found)
    {
        var covered = Coverage(at + U(at + 2));
        for (var i = 0; i < covered.Count; i++)
        {
            found.TryAdd(covered[i], (ushort)(U(at) == 1 ? covered[i] + U(at + 4) : U(at + 6 + (2 * i))));
        }
    }

    /// <summary>One glyph for several (lookup type 4).</summary>
    private void ReadLigatures(int at)
    {
        var covered = Coverage(at + U(at + 2));
        for (var i = 0; i < covered.Count; i++)
        {
            var set = at + U(at + 6 + (2 * i));
            for (var j = 0; j < U(set); j++)
            {
                var ligature = set + U(set + 2 + (2 * j));
                var rest = Enumerable.Range(0, U(ligature + 2) - 1).Select(k => (ushort)U(ligature + 4 + (2 * k)));
                ligatures.Add(([covered[i], .. rest], (ushort)U(ligature)));
            }
        }
    }

    /// <summary>The glyphs that a subtable is about, one by one or from one to another.</summary>
    private List<ushort> Coverage(int at)
    {
        var count = U(at + 2);
        return U(at) == 1
            ? [.. Enumerable.Range(0, count).Select(i => (ushort)U(at + 4 + (2 * i)))]
            : [.. Enumerable.Range(0, count).Select(i => at + 4 + (6 * i))
                .SelectMany(range => Enumerable.Range(U(range), U(range + 2) - U(range) + 1)).Select(glyph => (ushort)glyph)];
    }

    private int U(int at) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at));
}
