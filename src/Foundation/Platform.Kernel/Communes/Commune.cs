using Platform.Kernel.Text;

namespace Platform.Kernel.Communes;

/// <summary>The commune that a request or a job is for, as every room may know it.</summary>
/// <param name="Slug">Its name in addresses, lower case: <c>beni-mellal</c>.</param>
/// <param name="Code">Its official code (Haut-Commissariat au Plan): <c>05.091.01.01</c>.</param>
/// <param name="Population">Legal population, census of 2024.</param>
/// <param name="Accent">Its colour, <c>#rrggbb</c>, dark enough for white text.</param>
/// <param name="Address">The root of its site, without a final slash: <c>https://demnate.example.ma</c>.</param>
/// <param name="Demonstration">True where its data was generated to show the platform.</param>
public sealed record Commune(
    string Slug,
    string Code,
    LocalizedText Name,
    LocalizedText Province,
    LocalizedText Region,
    int Population,
    string Accent,
    string Address,
    bool Demonstration)
{
    public CommuneProfile Profile { get; init; } = CommuneProfile.Default;
}
