using System.Globalization;
using System.Security.Claims;

namespace Platform.Kernel.People;

/// <summary>Thrown where something asks who is signed in, and nobody is.</summary>
public sealed class NoPersonException() : InvalidOperationException("Nobody is signed in here.");

/// <summary>
/// Who acts in this scope: a signed-in person, a visitor, or a part of the platform. Set once, by the request's sign-in or by the job; everything else asks.
/// Public pages that are cached must not ask: they are the same for everyone.
/// </summary>
public sealed class CurrentPerson
{
    private ClaimsPrincipal? person;
    private string? unattended;

    public bool IsSignedIn => person is not null;

    /// <summary>The account's number in the database of the site.</summary>
    /// <exception cref="NoPersonException">Nobody is signed in.</exception>
    public int Account => int.Parse(Claim(PersonClaims.Account), CultureInfo.InvariantCulture);

    /// <exception cref="NoPersonException">Nobody is signed in.</exception>
    public string Name => Claim(PersonClaims.Name);

    /// <summary>Who the audit trail says it was: <c>account:12</c> (of the commune), <c>staff:3</c> (national), <c>key:2</c> (a program, with that access key), <c>system:snapshots</c>, <c>operator:root</c> (at the server's console), <c>visitor</c>.</summary>
    public string Actor => person is null
        ? unattended ?? "visitor"
        : person.FindFirst(PersonClaims.AccessKey)?.Value is { } key ? "key:" + key
        : $"{(Site == PersonClaims.NationalSite ? "staff" : "account")}:{Account}";

    /// <summary>Where the person acts from: the address of the connection. Personal data: for the audit trail alone.</summary>
    public string? Origin { get; private set; }

    private string Site => Claim(PersonClaims.Site);

    public bool Is(Role role) => person?.HasClaim(PersonClaims.Role, role.ToString()) == true;

    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Is(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the person may work in this area of the commune.</summary>
    public bool May(Area area) =>
        Is(Role.FocalPoint) || (Is(Role.TeamMember) && person?.HasClaim(PersonClaims.Area, area.ToString()) == true);

    /// <summary>A request by somebody who signed in on this site.</summary>
    public void SignedIn(ClaimsPrincipal signedIn)
    {
        ArgumentNullException.ThrowIfNull(signedIn);
        if (person is not null || unattended is not null)
        {
            throw new InvalidOperationException("It is already said who acts in this scope.");
        }

        person = signedIn;
    }

    public void ComesFrom(string? address) => Origin = address;

    /// <summary>A part of the platform acts by itself: <c>provisioning</c>, <c>snapshots</c> …</summary>
    public void IsSystem(string part) => unattended ??= "system:" + part;

    /// <summary>Somebody at the server's console, by the name that the server knows.</summary>
    public void IsAtConsole(string user) => unattended ??= "operator:" + user;

    /// <summary>
    /// What national staff do in a commune is done there in their name. Where they act from stays in the national trail: it is nothing that the commune has to know.
    /// </summary>
    public void ActsAs(CurrentPerson other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (person, unattended) = (other.person, other.unattended);
    }

    private string Claim(string type) => (person ?? throw new NoPersonException()).FindFirst(type)?.Value ?? throw new NoPersonException();
}
