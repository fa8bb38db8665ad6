using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.Comparison;

/// <summary>
/// Reads the query of pages, exports and API alike. An empty value is no value, as forms send it. What is malformed refuses with 400, what is well
/// formed and unknown with 404; the first refusal stays.
/// </summary>
internal sealed partial class QueryReader(IQueryCollection query)
{
    public const string PageKey = "page";
    public const string PeriodKey = "period";
    public const string IndicatorKey = "indicator";
    public const string RegionKey = "region";
    public const string ProvinceKey = "province";
    public const string ProgrammeKey = "programme";
    public const string SearchKey = "q";
    public const string SortKey = "sort";
    public const string DirectionKey = "dir";

    public const int LongestSearch = 100;
    public const int LastPage = 100_000;

    /// <summary>The status to answer, or null while everything could be read.</summary>
    public int? Refusal { get; private set; }

    public Period? Period()
    {
        if (Single(PeriodKey) is not { } text)
        {
            return null;
        }

        if (Kernel.Time.Period.TryParse(text, out var period))
        {
            return period;
        }

        Refuse(StatusCodes.Status400BadRequest);
        return null;
    }

    public int Page() => Number(PageKey, 1, LastPage) ?? 1;

    public int? Number(string key, int from, int to)
    {
        if (Single(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Refuse(StatusCodes.Status400BadRequest);
        return null;
    }

    /// <summary>The indicators asked for, each once, in the library's order: the output cache does not tell the orders of a query apart.</summary>
    public IReadOnlyList<StandardIndicator> Indicators(IStandardIndicators library)
    {
        var codes = query[IndicatorKey].Where(code => !string.IsNullOrEmpty(code)).ToHashSet(StringComparer.Ordinal);
        var found = library.All.Where(indicator => codes.Contains(indicator.Code)).ToList();
        foreach (var unknown in codes.Except(found.Select(indicator => indicator.Code)))
        {
            Refuse(Code().IsMatch(unknown!) ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
        }

        return found;
    }

    public string? Region()
    {
        var region = Single(RegionKey);
        if (region is not null && !Regions.Codes.Contains(region))
        {
            Refuse(StatusCodes.Status400BadRequest);
        }

        return region;
    }

    /// <param name="communes">The communes of the catalog: a province without any of them is not known here.</param>
    public CommuneFilter Filter(IReadOnlyList<ListedCommune> communes)
    {
        var province = Single(ProvinceKey);
        if (province is not null && !Province().IsMatch(province))
        {
            Refuse(StatusCodes.Status400BadRequest);
        }
        else if (province is not null && !communes.Any(listed => NationalCommune.ProvinceCodeOf(listed.Commune.Code) == province))
        {
            Refuse(StatusCodes.Status404NotFound);
        }

        var programme = Single(ProgrammeKey);
        if (programme is not null && !Code().IsMatch(programme))
        {
            Refuse(StatusCodes.Status400BadRequest);
        }
        else if (programme is not null && !communes.Any(listed => listed.Memberships.Any(member => member.Programme == programme)))
        {
            Refuse(StatusCodes.Status404NotFound);
        }

        return new(Region(), province, programme, Folding.Fold(Search()));
    }

    /// <summary>The words searched for, as they were typed.</summary>
    public string Search()
    {
        var search = Single(SearchKey) ?? "";
        if (search.Length > LongestSearch)
        {
            Refuse(StatusCodes.Status400BadRequest);
            return "";
        }

        return search.Trim();
    }

    /// <summary>The column to sort by, one of <paramref name="columns"/>; the first where none is asked for.</summary>
    public string Sort(IReadOnlyList<string> columns)
    {
        var column = Single(SortKey);
        if (column is null)
        {
            return columns[0];
        }

        if (!columns.Contains(column))
        {
            Refuse(StatusCodes.Status400BadRequest);
        }

        return column;
    }

    /// <summary>One of these, or none where nothing is chosen.</summary>
    public string? Choice(string key, IReadOnlyList<string> among)
    {
        var chosen = Single(key);
        if (chosen is not null && !among.Contains(chosen))
        {
            Refuse(StatusCodes.Status400BadRequest);
        }

        return chosen;
    }

    /// <summary>True for descending, null where no direction is asked for.</summary>
    public bool? Descending()
    {
        switch (Single(DirectionKey))
        {
            case null:
                return null;
            case "asc":
                return false;
            case "desc":
                return true;
            default:
                Refuse(StatusCodes.Status400BadRequest);
                return null;
        }
    }

    /// <summary>True where everything asked for was understood.</summary>
    public bool Understood([NotNullWhen(false)] out int? refusal) => (refusal = Refusal) is null;

    private string? Single(string key)
    {
        var values = query[key];
        if (values.Count > 1)
        {
            Refuse(StatusCodes.Status400BadRequest);
        }

        return values.Count == 0 || string.IsNullOrEmpty(values[0]) ? null : values[0];
    }

    private void Refuse(int status) => Refusal ??= status;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[0-9]{2}\\.[0-9]{3}$")]
    private static partial Regex Province();
}
