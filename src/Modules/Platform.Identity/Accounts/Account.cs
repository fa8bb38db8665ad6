using System.Globalization;
using Platform.Data;
using Platform.Identity.Passkeys;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Identity.Accounts;

/// <summary>
/// Somebody who signs in on one site: of a commune, in its database; of DGCT and Enabel, in the national one. The same person has an account on each
/// site that they work on, and none of them opens another.
/// </summary>
internal sealed class Account : IUnseen
{
    public const int NameLength = 120;
    public const int MailLength = 254;
    public const int StampLength = 64;
    public const int SecretLength = 400;
    public const int HashLength = 200;
    public const int ProviderLength = 40;

    private Account()
    {
    }

    public Account(string mail, string name, Language language, string invitedBy, DateTime now)
    {
        Mail = mail;
        MailKey = KeyOf(mail);
        Name = name;
        Speak(language);
        InvitedBy = invitedBy;
        CreatedAt = now;
    }

    public int Id { get; private set; }

    /// <summary>How the person is named to others in the workspace.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Always proved: an account is made from a link that was sent there.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>The address as it is compared, whatever the case.</summary>
    public string MailKey { get; private set; } = "";

    /// <summary>Tag of the language that mails are written in.</summary>
    public string LanguageTag { get; private set; } = Language.Arabic.Tag;

    public Language Language => Language.OfPage(LanguageTag) ?? Language.Arabic;

    /// <summary>None where the person signs in with passkeys alone.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever what proves the person changes: sessions opened before end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Of two changes made at once the second fails.</summary>
    public string ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The secret of the authenticator app, sealed with the platform's keys.</summary>
    public string? AuthenticatorSecret { get; private set; }

    public DateTime? AuthenticatorSince { get; private set; }

    /// <summary>The step of the last code that was accepted: each code counts once.</summary>
    public long? LastCodeStep { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>The actor who invited: <c>account:3</c>, <c>operator:amina</c>.</summary>
    public string InvitedBy { get; private set; } = "";

    /// <summary>
    /// The provider whose claims give the roles, where nobody here gave them. Such an account opens through it alone: what the provider takes back is gone.
    /// </summary>
    public string? GovernedBy { get; private set; }

    public DateTime? BlockedAt { get; private set; }

    /// <summary>The day from which on the night deletes it; until then a word undoes it. None where it stays.</summary>
    public DateOnly? LeavesOn { get; private set; }

    /// <summary>With it goes everything by which the person could still be reached about what they said.</summary>
    public bool ErasesAll { get; private set; }

    /// <summary>When it was deleted. The row stays, as the number stands in the audit trail and is given to nobody else.</summary>
    public DateTime? DeletedAt { get; private set; }

    public List<AccountRole> Roles { get; private set; } = [];

    public List<Passkey> Passkeys { get; private set; } = [];

    public bool IsActive => BlockedAt is null;

    public bool HasAuthenticator => AuthenticatorSince is not null;

    /// <summary>Whether the account can do anything on others' behalf.</summary>
    public bool NeedsSecondFactor => Roles.Any(role => role.Role.NeedsSecondFactor());

    public static string KeyOf(string mail) => mail.Trim().ToUpperInvariant();

    public void Rename(string name) => Name = name;

    public void Speak(Language language) => LanguageTag = language.Tag;

    public void MoveTo(string mail) => (Mail, MailKey) = (mail, KeyOf(mail));

    /// <summary>Gives the account exactly these roles; areas count for members of a team alone.</summary>
    /// <returns>The rows that are no longer, for the context to remove.</returns>
    public IReadOnlyList<AccountRole> Entrust(IReadOnlyCollection<Role> roles, IReadOnlyCollection<Area> areas)
    {
        var wanted = roles.Distinct()
            .SelectMany(role => role == Role.TeamMember && areas.Count > 0
                ? areas.Distinct().Select(area => (role, (Area?)area))
                : [(role, null)])
            .ToHashSet();
        var gone = Roles.Where(role => !wanted.Contains((role.Role, role.Area))).ToList();
        foreach (var (role, area) in wanted.Where(each => !Roles.Any(role => (role.Role, role.Area) == each)))
        {
            Roles.Add(new AccountRole(role, area));
        }

        return gone;
    }

    public void Govern(string provider) => GovernedBy = provider;

    /// <summary>Somebody here has given the roles: they are theirs from now on, and the account opens like any other.</summary>
    public void TakeOver() => GovernedBy = null;

    public void Block(DateTime now) => BlockedAt ??= now;

    public void Unblock() => BlockedAt = null;

    public void Leave(DateOnly on, bool eraseAll) => (LeavesOn, ErasesAll) = (on, eraseAll);

    public void Stay() => (LeavesOn, ErasesAll) = (null, false);

    /// <summary>Nothing opens it any more, and nothing says whose it was.</summary>
    /// <param name="keepName">It acted for others: who did, stays to be read in the audit trail.</param>
    public void Delete(DateTime now, bool keepName)
    {
        (DeletedAt, BlockedAt, LeavesOn) = (now, BlockedAt ?? now, null);
        (Name, Mail, MailKey) = (keepName ? Name : "", "", string.Create(CultureInfo.InvariantCulture, $"DELETED:{Id}"));
        (PasswordHash, GovernedBy, SecurityStamp) = (null, null, Guid.NewGuid().ToString("N"));
        RemoveAuthenticator();
    }

    /// <summary>An app has proved that it knows the secret, by the code of this step.</summary>
    public void TakeAuthenticator(string sealedSecret, DateTime now, long step) => (AuthenticatorSecret, AuthenticatorSince, LastCodeStep) = (sealedSecret, now, step);

    public void RemoveAuthenticator() => (AuthenticatorSecret, AuthenticatorSince, LastCodeStep) = (null, null, null);

    public void CodeAccepted(long step) => LastCodeStep = step;
}

/// <summary>What an account is; for a member of the team, one row for each area entrusted.</summary>
internal sealed class AccountRole : IUnseen
{
    private AccountRole()
    {
    }

    public AccountRole(Role role, Area? area) => (Role, Area) = (role, area);

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public Role Role { get; private set; }

    public Area? Area { get; private set; }
}
