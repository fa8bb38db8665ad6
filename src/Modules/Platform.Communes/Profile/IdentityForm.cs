using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Platform.Kernel.Communes;
using Platform.Ui.Forms;

namespace Platform.Communes.Profile;

/// <summary>The commune's identity as the form has it.</summary>
internal sealed partial class IdentityForm
{
    public static readonly string[] Networks = ["website", "facebook", "instagram", "x", "youtube", "whatsapp"];

    private const int AddressLength = 300;

    public int Revision { get; set; }

    [Localized(Required = true, Longest = 120)]
    public LocalizedInput Name { get; set; } = new();

    [Required, RegularExpression("^#[0-9a-fA-F]{6}$")]
    public string? Accent { get; set; }

    [Localized(Longest = 300)]
    public LocalizedInput Address { get; set; } = new();

    [Localized(Longest = 200)]
    public LocalizedInput Hours { get; set; } = new();

    [MaxLength(Identity.TelephoneLength)]
    public string? Telephone { get; set; }

    [MaxLength(Identity.MailLength), EmailAddress]
    public string? Mail { get; set; }

    public bool French { get; set; }

    /// <summary>Addresses by network.</summary>
    public Dictionary<string, string?> Social { get; set; } = [];

    /// <summary>Modes by feature.</summary>
    public Dictionary<Feature, FeatureMode> Modes { get; set; } = [];

    /// <summary>Portal addresses by feature.</summary>
    public Dictionary<Feature, string?> Addresses { get; set; } = [];

    [Localized(Longest = 200)]
    public LocalizedInput Controller { get; set; } = new();

    [MaxLength(Identity.ReferenceLength)]
    public string? CndpReference { get; set; }

    [MaxLength(Identity.MailLength), EmailAddress]
    public string? RightsMail { get; set; }

    /// <summary>Months by feature.</summary>
    public Dictionary<Feature, int?> Months { get; set; } = [];

    /// <summary>What this platform has can be here or not at all; what it has not, on a portal or not at all.</summary>
    public static IReadOnlyList<FeatureMode> ModesOf(Feature feature) =>
        CommuneProfile.IsNative(feature) ? [FeatureMode.Native, FeatureMode.Off] : [FeatureMode.Mirror, FeatureMode.Link, FeatureMode.Off];

    public static IdentityForm Of(Identity identity) => new()
    {
        Revision = identity.Revision,
        Name = LocalizedInput.From(identity.Name),
        Accent = identity.Accent,
        Address = LocalizedInput.From(identity.Address),
        Hours = LocalizedInput.From(identity.Hours),
        Telephone = identity.Telephone,
        Mail = identity.Mail,
        French = identity.Languages.Contains("fr"),
        Social = Networks.ToDictionary(network => network, network => identity.Social.FirstOrDefault(link => link.Network == network)?.Address),
        Modes = Enum.GetValues<Feature>().ToDictionary(feature => feature, feature => identity.ToReport().Profile.ModeOf(feature)),
        Addresses = Portals.All.ToDictionary(
            portal => portal.Feature,
            portal => (string?)(identity.Features.FirstOrDefault(choice => choice.Feature == portal.Feature)?.Address ?? portal.Address)),
        Controller = LocalizedInput.From(identity.Controller),
        CndpReference = identity.CndpReference,
        RightsMail = identity.RightsMail,
        Months = Portals.All.ToDictionary(portal => portal.Feature, portal => identity.Retentions.FirstOrDefault(one => one.Feature == portal.Feature)?.Months),
    };

    /// <summary>What was not sent stays as it is, and the form can be shown again whatever it was sent with.</summary>
    public void Complete(Identity identity)
    {
        var there = Of(identity);
        Add(Social, there.Social);
        Add(Modes, there.Modes);
        Add(Addresses, there.Addresses);
        Add(Months, there.Months);

        static void Add<TKey, TValue>(Dictionary<TKey, TValue> sent, Dictionary<TKey, TValue> standing)
            where TKey : notnull
        {
            foreach (var (key, value) in standing)
            {
                sent.TryAdd(key, value);
            }
        }
    }

    /// <summary>What is wrong beyond single fields: the field and the key of the text.</summary>
    public IEnumerable<(string Field, string Text)> Wrong()
    {
        if (Accent is { } accent && Colour().IsMatch(accent) && !Contrast.ReadableUnderWhite(accent))
        {
            yield return (nameof(Accent), "AccentTooLight");
        }

        if (Telephone is { } telephone && !Digits().IsMatch(telephone))
        {
            yield return (nameof(Telephone), "TelephoneWrong");
        }

        foreach (var (network, address) in Social)
        {
            if (!string.IsNullOrEmpty(address) && (!Networks.Contains(network) || !IsAddress(address)))
            {
                yield return ($"{nameof(Social)}[{network}]", "AddressWrong");
            }
        }

        foreach (var (feature, mode) in Modes)
        {
            if (!Enum.IsDefined(feature) || !ModesOf(feature).Contains(mode))
            {
                yield return ($"{nameof(Modes)}[{feature}]", "ModeWrong");
            }
            else if (mode is FeatureMode.Link or FeatureMode.Mirror && !IsAddress(Addresses.GetValueOrDefault(feature)))
            {
                yield return ($"{nameof(Addresses)}[{feature}]", "AddressWrong");
            }
        }

        foreach (var (feature, months) in Months)
        {
            if (months is < 1 or > 600)
            {
                yield return ($"{nameof(Months)}[{feature}]", "MonthsWrong");
            }
        }
    }

    public void ApplyTo(Identity identity)
    {
        identity.Call(Name.ToText()!, Accent!.ToLowerInvariant());
        identity.Reach(
            Address.ToText(), Hours.ToText(), Telephone, Mail,
            [.. Networks.Where(network => !string.IsNullOrEmpty(Social.GetValueOrDefault(network))).Select(network => new SocialLink(network, Social[network]!))]);
        identity.Offer(
            French ? ["ar", "fr"] : ["ar"],
            [.. Enum.GetValues<Feature>().Where(Modes.ContainsKey)
                .Select(feature => new FeatureChoice(feature, Modes[feature], Modes[feature] is FeatureMode.Link or FeatureMode.Mirror ? Addresses.GetValueOrDefault(feature) : null))]);
        identity.Protect(
            Controller.ToText(), CndpReference, RightsMail,
            [.. Months.Where(one => one.Value is not null).OrderBy(one => one.Key).Select(one => new Retention(one.Key, one.Value!.Value))]);
    }

    private static bool IsAddress(string? address) =>
        address is { Length: <= AddressLength } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0;

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^\+?[0-9][0-9 .\-]{7,28}$")]
    private static partial Regex Digits();
}
