using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.National.Comparison;

/// <summary>Addresses on the communes' own sites, in the reader's language; none where a commune's site is closed.</summary>
internal sealed class CommuneLinks
{
    private readonly Dictionary<string, ListedCommune> byCode;
    private readonly Language language;

    public CommuneLinks(IEnumerable<ListedCommune> communes, Language language) =>
        (byCode, this.language) = (communes.ToDictionary(listed => listed.Commune.Code), language);

    public string? Home(string code) => Root(code);

    public string? Page(string code, string path) => Root(code) is { } root ? root + path : null;

    public string? Indicator(string code, string indicator, Period period) => Page(code, $"/indicators/{indicator}?period={period}");

    private string? Root(string code) => byCode.GetValueOrDefault(code) is { Open: true } listed ? $"{listed.Commune.Address}/{language.Tag}" : null;
}
