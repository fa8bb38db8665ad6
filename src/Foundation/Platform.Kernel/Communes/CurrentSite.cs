namespace Platform.Kernel.Communes;

/// <summary>Which site a request reached.</summary>
public enum SiteKind
{
    /// <summary>None: an unknown host, or a commune that is not open. Only error pages and static files are served.</summary>
    None,

    National,

    Commune,
}

/// <summary>The site of this request. The tenancy room sets it; everything else only asks.</summary>
public sealed class CurrentSite
{
    public SiteKind Kind { get; set; }

    /// <summary>Address of the national site, without a final slash.</summary>
    public string NationalAddress { get; set; } = "";
}
