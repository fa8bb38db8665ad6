using System.Globalization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Data.Seeding;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.Importing;

/// <summary>
/// A thing as the texts of a row, by key of column: what is exported, what an import understood, and what the two are compared by. Days are written
/// 2026-01-31, figures with a decimal point, words as in addresses (<c>in-progress</c>). A column without a text is absent; one in another language than
/// Arabic ends in its tag.
/// </summary>
internal abstract class RowTexts : Dictionary<string, string>
{
    protected RowTexts()
        : base(StringComparer.Ordinal)
    {
    }

    protected RowTexts(IEnumerable<KeyValuePair<string, string>> texts)
        : base(texts, StringComparer.Ordinal)
    {
    }

    /// <summary>Keys of the columns in which two rows say something else.</summary>
    public IEnumerable<string> Differing(RowTexts other) => Keys.Union(other.Keys).Where(key => Known(key) != other.Known(key));

    public bool Same(RowTexts other) => !Differing(other).Any();

    /// <summary>Keeps a text; without one, the column is absent.</summary>
    public void Put(string key, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Remove(key);
        }
        else
        {
            base[key] = text;
        }
    }

    /// <summary>The text, or nothing.</summary>
    protected string Known(string key) => TryGetValue(key, out var text) ? text : "";

    protected void Put(string key, int? number) => Put(key, number?.ToString(CultureInfo.InvariantCulture));

    protected void Put(string key, decimal? figure) => Put(key, figure?.ToString("0.####", CultureInfo.InvariantCulture));

    protected void Put(string key, DateOnly? day) => Put(key, day is { } known ? Formats.Machine(known) : null);

    protected void Put(string key, LocalizedText? text)
    {
        Put(key, text?.Ar);
        Put(In(key, Language.French), text?.Fr);
        Put(In(key, Language.Amazigh), text?.Zgh);
    }

    /// <summary>The document on the first line, its section on the second.</summary>
    protected void Put(string key, SeedSource? source) => Put(key, source?.Section is { } section ? source.Document + "\n" + section : source?.Document);

    protected void Put(string key, IEnumerable<PlanItem> items, bool codes)
    {
        var all = items.ToList();
        Put(key, PlanItem.Write(all, item => item.Text.Ar, codes));
        Put(In(key, Language.French), PlanItem.Write(all, item => item.Text.Fr));
        Put(In(key, Language.Amazigh), PlanItem.Write(all, item => item.Text.Zgh));
    }

    /// <returns>None where nothing is written in any language.</returns>
    protected LocalizedText? LocalizedOf(string key)
    {
        var (ar, fr, zgh) = (Known(key), Known(In(key, Language.French)), Known(In(key, Language.Amazigh)));
        var first = ar.Length > 0 ? ar : fr.Length > 0 ? fr : zgh;
        return first.Length == 0 ? null : new LocalizedText(first, fr, zgh);
    }

    protected SeedSource? SourceOf(string key) => Known(key).Split('\n', 2) switch
    {
        [{ Length: > 0 } document, var section] => new(document, section),
        [{ Length: > 0 } document] => new(document, null),
        _ => null,
    };

    protected IReadOnlyList<PlanItem> ItemsOf(string key, bool codes) => PlanItem.Read(Known(key), Known(In(key, Language.French)), Known(In(key, Language.Amazigh)), codes);

    protected int? WholeOf(string key) => Known(key) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    protected decimal? FigureOf(string key) => Known(key) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    protected DateOnly? DayOf(string key) => Known(key) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string In(string key, Language language) => key + "." + language.Tag;
}
