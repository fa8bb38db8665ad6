using Platform.National.Intake;

namespace Platform.National.Comparison;

/// <summary>Which communes are compared; what is null or empty does not narrow.</summary>
/// <param name="Region">01 to 12.</param>
/// <param name="Province">Code of the province: <c>05.081</c>.</param>
/// <param name="Programme">A programme that the communes take or took part in.</param>
/// <param name="Search">Folded words of the name.</param>
internal sealed record CommuneFilter(string? Region, string? Province, string? Programme, string Search)
{
    public bool IsEmpty => Region is null && Province is null && Programme is null && Search.Length == 0;

    public IQueryable<NationalCommune> Of(IQueryable<NationalCommune> communes)
    {
        if (Region is { } region)
        {
            communes = communes.Where(commune => commune.RegionCode == region);
        }

        if (Province is { } province)
        {
            communes = communes.Where(commune => commune.ProvinceCode == province);
        }

        if (Programme is { } programme)
        {
            var word = $" {programme} ";
            communes = communes.Where(commune => commune.Programmes.Contains(word));
        }

        foreach (var word in Search.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            communes = communes.Where(commune => commune.SearchText.Contains(word));
        }

        return communes;
    }
}
