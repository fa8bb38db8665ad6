using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.National.Intake;

/// <summary>
/// A commune in the national register: what figures are filtered, sorted and weighted by, kept beside them so that the database does it. A copy of the
/// catalog, renewed by provisioning and by each intake.
/// </summary>
internal sealed class NationalCommune
{
    public const int CodeLength = 20;
    public const int SlugLength = 80;
    public const int ProvinceCodeLength = 6;
    public const int KeyLength = 120;
    public const int SearchLength = 500;
    public const int ProgrammesLength = 400;

    private NationalCommune()
    {
    }

    /// <summary>Official code: <c>05.081.01.03</c>.</summary>
    public string Code { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public LocalizedText Name { get; private set; } = null!;

    /// <summary>The Arabic name as it sorts.</summary>
    public string ArabicKey { get; private set; } = "";

    /// <summary>The French name as it sorts.</summary>
    public string FrenchKey { get; private set; } = "";

    /// <summary>Names in every language, folded, and the slug.</summary>
    public string SearchText { get; private set; } = "";

    public LocalizedText Province { get; private set; } = null!;

    /// <summary>The part of the official code that names the province: <c>05.081</c>.</summary>
    public string ProvinceCode { get; private set; } = "";

    public LocalizedText Region { get; private set; } = null!;

    /// <summary>01 to 12.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>Legal population, census of 2024.</summary>
    public int Population { get; private set; }

    /// <summary>Programmes that it takes or took part in, each between spaces: <c>" tadafor remacto "</c>.</summary>
    public string Programmes { get; private set; } = "";

    public bool Demonstration { get; private set; }

    public static NationalCommune Of(ListedCommune listed)
    {
        var commune = new NationalCommune { Code = listed.Commune.Code };
        commune.Follow(listed);
        return commune;
    }

    /// <summary>Takes over what the catalog says now.</summary>
    public void Follow(ListedCommune listed)
    {
        var commune = listed.Commune;
        Slug = commune.Slug;
        Name = commune.Name;
        ArabicKey = Cut(Folding.Fold(commune.Name.Ar), KeyLength);
        FrenchKey = Cut(Folding.Fold(commune.Name.Fr ?? commune.Slug), KeyLength);
        SearchText = Cut(SearchTextOf(commune), SearchLength);
        Province = commune.Province;
        ProvinceCode = ProvinceCodeOf(commune.Code);
        Region = commune.Region;
        RegionCode = listed.RegionCode;
        Population = commune.Population;
        Programmes = ProgrammesOf(listed);
        Demonstration = commune.Demonstration;
    }

    public static string ProvinceCodeOf(string code) => Cut(code, ProvinceCodeLength);

    public static string SearchTextOf(Commune commune) =>
        $"{Folding.Fold(commune.Name.Ar)} {Folding.Fold(commune.Name.Fr)} {commune.Slug}";

    private static string ProgrammesOf(ListedCommune listed)
    {
        var names = listed.Memberships.Select(member => member.Programme).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Cut($" {string.Join(' ', names)} ", ProgrammesLength);
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}

internal sealed class NationalCommuneConfiguration : IEntityTypeConfiguration<NationalCommune>
{
    public void Configure(EntityTypeBuilder<NationalCommune> builder)
    {
        builder.ToTable("national_communes");
        builder.HasKey(commune => commune.Code);
        builder.Property(commune => commune.Code).HasMaxLength(NationalCommune.CodeLength);
        builder.Property(commune => commune.Slug).HasMaxLength(NationalCommune.SlugLength);
        builder.Property(commune => commune.ArabicKey).HasMaxLength(NationalCommune.KeyLength);
        builder.Property(commune => commune.FrenchKey).HasMaxLength(NationalCommune.KeyLength);
        builder.Property(commune => commune.SearchText).HasMaxLength(NationalCommune.SearchLength);
        builder.Property(commune => commune.ProvinceCode).HasMaxLength(NationalCommune.ProvinceCodeLength);
        builder.Property(commune => commune.RegionCode).HasMaxLength(2);
        builder.Property(commune => commune.Programmes).HasMaxLength(NationalCommune.ProgrammesLength);
        builder.HasIndex(commune => commune.Slug).IsUnique();
        builder.HasIndex(commune => new { commune.RegionCode, commune.ProvinceCode });
    }
}
