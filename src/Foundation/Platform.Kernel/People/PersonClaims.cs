namespace Platform.Kernel.People;

/// <summary>Names of the claims that a sign-in carries.</summary>
public static class PersonClaims
{
    /// <summary>The site that the sign-in is for: <see cref="NationalSite"/> or a commune's slug after <see cref="CommuneSite"/>. It is worthless on every other.</summary>
    public const string Site = "site";

    public const string NationalSite = "national";
    public const string CommuneSite = "commune:";

    /// <summary>The account's number in its database.</summary>
    public const string Account = "sub";

    public const string Name = "name";

    /// <summary>Number of the access key, where a program acts with one.</summary>
    public const string AccessKey = "access_key";

    /// <summary>One for each <see cref="People.Role"/>.</summary>
    public const string Role = "role";

    /// <summary>One for each <see cref="People.Area"/> entrusted.</summary>
    public const string Area = "area";

    /// <summary>Present where the person proved a second factor (a code, a passkey) at this sign-in.</summary>
    public const string SecondFactor = "second_factor";

    /// <summary>When the person last proved who they are: ticks, UTC.</summary>
    public const string ProvedAt = "proved_at";
}
