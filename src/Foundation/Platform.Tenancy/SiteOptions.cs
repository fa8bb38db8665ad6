using System.ComponentModel.DataAnnotations;

namespace Platform.Tenancy;

/// <summary>Section <c>Site</c>: where the sites are reached.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Host of the national site; communes are <c>{slug}.{BaseHost}</c>. Without scheme and port.</summary>
    [Required]
    public string BaseHost { get; set; } = "";

    /// <summary><c>http</c> or <c>https</c>, as the public sees it.</summary>
    [Required, RegularExpression("https?")]
    public string Scheme { get; set; } = "https";

    /// <summary>Port as the public sees it, where it is not the scheme's own.</summary>
    [Range(1, 65535)]
    public int? Port { get; set; }

    /// <summary>How long a change of the catalog made by another process can stay unseen.</summary>
    [Range(0, 3600)]
    public int CatalogSeconds { get; set; } = 10;

    public string AddressOf(string host) => Port is { } port ? $"{Scheme}://{host}:{port}" : $"{Scheme}://{host}";
}
