using System.Text.RegularExpressions;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Directory;

namespace Platform.Tenancy.Provisioning;

/// <summary><c>commune.yaml</c>: who the commune is. Names, province, region and population come from the official directory.</summary>
internal sealed partial record CommuneFile(
    string Slug,
    DirectoryEntry Entry,
    long CodeLine,
    bool Confirmed,
    LocalizedText? ConfirmationNote,
    string Accent,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<Membership> Memberships)
{
    public const string FileName = "commune.yaml";

    public const string DefaultAccent = "#0b5d4e";

    private enum Confirmation
    {
        Confirmed,
        ToBeConfirmed,
    }

    /// <returns>Null where the folder or the file is missing or wrong; the folder's problems say why.</returns>
    public static CommuneFile? Read(SeedFolder folder)
    {
        if (folder.Yaml(FileName) is not { } root)
        {
            if (!folder.Has(FileName))
            {
                folder.Refuse(FileName, 1, "The file is missing: it says who the commune is.");
            }

            return null;
        }

        root.Allow("slug", "code", "confirmation", "confirmationNote", "accent", "languages", "hosts", "memberships", "networks");
        if (root.RequiredText("slug", TenantInfo.SlugLength) != folder.Name)
        {
            root.Refuse($"'slug' must be the folder's name, {folder.Name}.");
        }

        var code = root.RequiredText("code", TenantInfo.CodeLength);
        var entry = CommuneDirectory.ByCode(code);
        if (entry is null)
        {
            root.Refuse($"'{code}' is no commune's official code; look it up with: communes list --all.");
        }

        var accent = root.Text("accent") ?? DefaultAccent;
        if (!Colour().IsMatch(accent) || !Contrast.ReadableUnderWhite(accent))
        {
            root.Refuse("'accent' must be a colour such as \"#0b5d4e\", dark enough for white text (contrast 4.5).");
        }

        var hosts = root.Words("hosts");
        foreach (var host in hosts.Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns || host.EndsWith('.')))
        {
            root.Refuse($"'{host}' is no name of a host: write it without scheme and port, such as participation.example.ma.");
        }

        if (string.Join(' ', hosts).Length > TenantInfo.HostsLength)
        {
            root.Refuse($"The names of the hosts are longer than {TenantInfo.HostsLength} characters together.");
        }

        var memberships = root.Items("memberships").Select(ReadMembership).ToList();
        return entry is null
            ? null
            : new(
                folder.Name, entry, root.Child("code")!.Line, root.Word<Confirmation>("confirmation") is not Confirmation.ToBeConfirmed, root.Localized("confirmationNote"),
                accent, hosts, memberships);
    }

    private static Membership ReadMembership(SeedNode node)
    {
        node.Allow("programme", "cohort", "from", "to", "status", "source");
        return Membership.Of(
            node.RequiredText("programme", Membership.ProgrammeLength),
            node.Text("cohort", Membership.CohortLength),
            node.Date("from"),
            node.Date("to"),
            node.Word<Confirmation>("status") is not Confirmation.ToBeConfirmed,
            node.Source() is { } source ? $"{source.Document} {source.Section}".Trim() : null);
    }

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}
