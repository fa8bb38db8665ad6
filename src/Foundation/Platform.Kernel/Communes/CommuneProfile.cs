using Platform.Kernel.Text;

namespace Platform.Kernel.Communes;

/// <summary>A part of the site that a commune can do without, or that lives on a national portal.</summary>
public enum Feature
{
    Charter,
    ActionPlan,
    Openness,
    Indicators,
    Documents,

    /// <summary>Processes and their consultations.</summary>
    Consultations,

    /// <summary>Requests for information, law 31-13.</summary>
    InformationRequests,

    Complaints,

    /// <summary>Petitions to the council, organic law 113-14, articles 121 to 125.</summary>
    Petitions,

    /// <summary>Letters to the registry office.</summary>
    Correspondence,
}

public enum FeatureMode
{
    /// <summary>On this platform.</summary>
    Native,

    /// <summary>On a national portal; the site explains it and leads there.</summary>
    Link,

    Off,

    /// <summary>On a national portal; the site explains it, leads there and repeats what the commune reads there.</summary>
    Mirror,
}

/// <param name="Address">The portal's address, where the feature is a link or a mirror.</param>
public sealed record FeatureChoice(Feature Feature, FeatureMode Mode, string? Address = null);

/// <summary>Where else the commune can be found.</summary>
/// <param name="Network"><c>facebook</c>, <c>instagram</c>, <c>x</c>, <c>youtube</c>, <c>whatsapp</c>, <c>website</c>.</param>
public sealed record SocialLink(string Network, string Address);

/// <summary>How to reach the commune.</summary>
public sealed record Contact(LocalizedText? Address = null, LocalizedText? Hours = null, string? Telephone = null, string? Mail = null);

/// <summary>What the focal point decided about the site: read on every page, so it travels with the commune.</summary>
/// <param name="Languages">Tags of the languages of its pages, Arabic first.</param>
/// <param name="Features">Choices that differ from the default.</param>
/// <param name="Logo">Digest of the logo, in the address of the picture; none where there is no logo.</param>
public sealed record CommuneProfile(
    IReadOnlyList<string> Languages, IReadOnlyList<FeatureChoice> Features, Contact Contact, IReadOnlyList<SocialLink> Social, string? Logo)
{
    public static CommuneProfile Default { get; } = new(["ar", "fr"], [], new(), [], null);

    /// <summary>What this platform does itself is native; what it does not do yet is off until the commune says where it is done.</summary>
    public FeatureMode ModeOf(Feature feature) =>
        Features.FirstOrDefault(choice => choice.Feature == feature)?.Mode ?? (IsNative(feature) ? FeatureMode.Native : FeatureMode.Off);

    /// <summary>Whether the commune has it on this platform.</summary>
    public bool Has(Feature feature) => ModeOf(feature) == FeatureMode.Native;

    /// <summary>Features that this platform has.</summary>
    public static bool IsNative(Feature feature) =>
        feature is Feature.Charter or Feature.ActionPlan or Feature.Openness or Feature.Indicators or Feature.Documents or Feature.Consultations;
}

/// <summary>Tells the catalog what the focal point decided.</summary>
public sealed record ProfileReport(LocalizedText Name, string Accent, CommuneProfile Profile)
{
    public const string Kind = "profile";
}
