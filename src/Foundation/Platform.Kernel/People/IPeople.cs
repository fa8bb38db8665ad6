using Platform.Kernel.Text;

namespace Platform.Kernel.People;

/// <param name="Account">The account's number on this site.</param>
/// <param name="Language">The language of mails to this person.</param>
public sealed record Member(int Account, string Name, string Mail, Language Language, IReadOnlyList<Role> Roles, IReadOnlyList<Area> Areas);

/// <summary>Who has an account on the site of the scope. For workspaces, notices and mails; public pages name nobody from here.</summary>
public interface IPeople
{
    /// <summary>Names by account number, of blocked accounts too; numbers that are nobody's, or whose owner had the account deleted, are left out.</summary>
    Task<IReadOnlyDictionary<int, string>> NamesAsync(IReadOnlyCollection<int> accounts, CancellationToken cancellation);

    /// <summary>Active ones among these accounts, whatever they are; the others, and those that are about to be deleted, are left out.</summary>
    Task<IReadOnlyList<Member>> WithAccountsAsync(IReadOnlyCollection<int> accounts, CancellationToken cancellation);

    /// <summary>Active accounts with one of these roles, by name; without roles, all that work on others' behalf.</summary>
    Task<IReadOnlyList<Member>> MembersAsync(IReadOnlyCollection<Role> roles, CancellationToken cancellation);

    /// <summary>Active members of the commune's team who may work in this area: the focal point and those entrusted with it.</summary>
    Task<IReadOnlyList<Member>> EntrustedAsync(Area area, CancellationToken cancellation);
}
