using System.Globalization;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;

namespace Platform.Commitments.Importing;

/// <summary>Brings the texts of a row, cell by cell, into the form that is kept, and tells what cannot be: what is so for every kind of thing that is imported.</summary>
/// <param name="kept">The row as it will be kept.</param>
internal abstract class CellRules<TTexts>(TTexts kept)
    where TTexts : RowTexts
{
    protected const int LongestTitle = 600;

    /// <summary>All items of a list together; a cell of a spreadsheet holds little more.</summary>
    protected const int LongestList = 32_000;

    /// <summary>Of what a cell says, as much as a sentence about it repeats.</summary>
    private const int LongestQuote = 80;

    protected TTexts Kept { get; } = kept;

    protected List<RowProblem> Problems { get; } = [];

    protected void Whole(string column, string text, int least, int most) =>
        Keep(column, ValueReader.Whole(text) is { } number && number >= least && number <= most ? Text(number) : null, "Whole", Text(least), Text(most));

    protected void Source(string column, string text)
    {
        var (document, section) = SourceNames.Read(text);
        if (Fits(column, document, SeedSource.DocumentLength) && Fits(column, section, SeedSource.SectionLength))
        {
            Kept.Put(column, section.Length == 0 ? document : document + "\n" + section);
        }
    }

    protected void Words(string column, string text, int longest)
    {
        if (Fits(column, text, longest))
        {
            Kept.Put(column, text);
        }
    }

    /// <summary>An item on each line, none of them empty at the ends.</summary>
    protected void Items(string column, string text) => Words(column, string.Join('\n', text.Split('\n').Select(RowCells.Line)).Trim('\n'), LongestList);

    /// <param name="text">None where the cell could not be understood.</param>
    /// <param name="rule">What it breaks then.</param>
    protected void Keep(string column, string? text, string rule, params string[] values)
    {
        if (text is null)
        {
            Problems.Add(new RowProblem(column, rule, [.. values.Select(value => value.Length > LongestQuote ? value[..LongestQuote] + "…" : value)]));
        }
        else
        {
            Kept.Put(column, text);
        }
    }

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Fits(string column, string text, int longest)
    {
        if (text.Length > longest)
        {
            Problems.Add(new RowProblem(column, "TooLong", Text(longest), Text(text.Length)));
        }

        return text.Length <= longest;
    }
}
