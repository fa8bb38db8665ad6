using System.Collections.Frozen;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// Units as they follow a number: « 27 engagements », and in Arabic the dual after two, the plural from three to ten, the accusative from eleven.
/// Units are data (<c>association</c>); their forms stand in <c>units.csv</c>. A unit that is not there is written as it is.
/// </summary>
public static class Units
{
    private static readonly FrozenDictionary<(Language Language, string Unit), string[]> Known = Read();

    /// <summary>The number with its unit: 27 engagements, 45,5 %; a dash alone where there is no figure. The Arabic dual says two by itself: no figure before it.</summary>
    public static string Figure(decimal? number, string unit) =>
        unit == "%" ? Formats.Percent(number)
        : number is null || string.IsNullOrEmpty(unit) ? Formats.Number(number)
        : number == 2 && Languages.Current == Language.Arabic && Known.ContainsKey((Language.Arabic, unit)) ? After(number, unit)
        : $"{Formats.Number(number)} {After(number, unit)}";

    /// <summary>The unit alone, in the form that follows this number in the language of the request.</summary>
    /// <param name="unit">One of it, in that language.</param>
    public static string After(decimal? number, string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return number is { } n && Known.TryGetValue((Languages.Current, unit), out var forms) ? forms[FormOf(Languages.Current, Math.Abs(n))] : unit;
    }

    /// <summary>By the categories of <see cref="Plurals"/>, which speak of whole numbers; a fraction is one in French below two, and in Arabic of no other form.</summary>
    private static int FormOf(Language language, decimal number) => language == Language.French
        ? number < 2 ? 0 : 1
        : number != decimal.Truncate(number) ? 0 : Plurals.Category(language, (long)number) switch
        {
            "two" => 1,
            "few" => 2,
            "many" => 3,
            _ => 0,
        };

    private static FrozenDictionary<(Language, string), string[]> Read()
    {
        using var stream = typeof(Units).Assembly.GetManifestResourceStream("units.csv")!;
        using var reader = new StreamReader(stream);
        var forms = new Dictionary<(Language, string), string[]>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var words = line.Split(',');
            forms[(Language.French, words[0])] = words[..2];
            forms[(Language.Arabic, words[2])] = words[2..];
        }

        return forms.ToFrozenDictionary();
    }
}
