using Platform.Kernel.Communes;

namespace Platform.Ui.Sites;

/// <summary>
/// Says on which site an endpoint answers. An endpoint that says nothing answers on none: a page cannot be served on the wrong site by being forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SiteAttribute(SiteKind kind) : Attribute
{
    public SiteKind Kind { get; } = kind;

    /// <summary>Answers on the national site and on every commune's: signing in is the same on all, and about each one's own accounts.</summary>
    public bool EverySite { get; init; }

    /// <summary>Answers everywhere, unknown hosts included: error pages, static files, health.</summary>
    public bool Anywhere { get; init; }
}
