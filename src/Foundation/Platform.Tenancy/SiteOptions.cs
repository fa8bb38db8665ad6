using System.ComponentModel.DataAnnotations;

namespace Platform.Tenancy;

/// <summary>Section <c>Site</c>: where the sites are reached.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Host of the national site; communes are <c>{slug}.{BaseHost}</c>. Without scheme and port.</summary>
    [Required]
    public string BaseHost { get; set; } = "";

    /// <summary><c>http</c> or <c>https</c>, as the public sees it. Where it is not given, scheme and port are those that the server listens on.</summary>
    [RegularExpression("https?")]
    public string? Scheme { get; set; }

    /// <summary>Port as the public sees it, where it is not the scheme's own.</summary>
    [Range(1, 65535)]
    public int? Port { get; set; }

    /// <summary>How long a change of the catalog made by another process can stay unseen.</summary>
    [Range(0, 3600)]
    public int CatalogSeconds { get; set; } = 10;

    /// <summary>False while nobody knows the port.</summary>
    public bool IsComplete => Scheme is not null;

    /// <summary>Takes scheme and port from the first of the server's addresses, where configuration gives none: a server with nothing before it.</summary>
    /// <param name="urls">As in <c>ASPNETCORE_URLS</c>. Port 0 (any that is free) says nothing yet: to be called again when the server listens.</param>
    public void CompleteFrom(string urls)
    {
        if (!IsComplete)
        {
            var first = urls.Split(';')[0].Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
            var address = Uri.TryCreate(first, UriKind.Absolute, out var uri) ? uri : null;
            if (address is { Port: 0 })
            {
                return;
            }

            Scheme = address?.Scheme ?? "https";
            Port ??= address is { IsDefaultPort: false } ? address.Port : null;
        }
    }

    public string AddressOf(string host) => Port is { } port ? $"{Scheme}://{host}:{port}" : $"{Scheme}://{host}";
}
