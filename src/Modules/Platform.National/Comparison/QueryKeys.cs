using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Indicators;
using Platform.Ui.Sites;

namespace Platform.National.Comparison;

/// <summary>What <see cref="QueryReader"/> reads, as the API's description tells it.</summary>
internal static class QueryKeys
{
    public const string Malformed = "A value is malformed: not of the form that its description gives, or given twice.";

    public static readonly QueryKey Indicator = new(QueryReader.IndicatorKey, "Code of an indicator of the DGCT library; may be repeated. All of them where it is left out.")
    {
        Repeatable = true,
        Allowed = services => services.GetRequiredService<IStandardIndicators>().All.Select(indicator => indicator.Code),
    };

    public static readonly QueryKey Period = QueryKey.Period("The last month that communes reported, where it is left out.");

    public static readonly QueryKey Region = new(QueryReader.RegionKey, "Code of a region (Haut-Commissariat au Plan).") { Allowed = _ => Regions.Codes };

    public static readonly QueryKey Province = new(QueryReader.ProvinceKey, "Code of a province or prefecture (Haut-Commissariat au Plan).") { Pattern = @"^[0-9]{2}\.[0-9]{3}$" };

    public static readonly QueryKey Programme = new(QueryReader.ProgrammeKey, "A programme that communes take part in: tadafor, remacto, pacto.") { Pattern = "^[a-z0-9][a-z0-9-]{0,63}$" };

    public static readonly QueryKey Search = new(QueryReader.SearchKey, "Words of a name, in Arabic or French; accents and vowel signs do not matter.") { Most = QueryReader.LongestSearch };

    public static readonly QueryKey Page = new(QueryReader.PageKey, "Page of the answer.") { IsNumber = true, Least = 1, Most = QueryReader.LastPage, Default = 1 };
}
