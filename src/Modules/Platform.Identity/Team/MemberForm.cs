using System.ComponentModel.DataAnnotations;
using Platform.Identity.Accounts;
using Platform.Kernel.People;

namespace Platform.Identity.Team;

/// <summary>What somebody is to be here.</summary>
internal class MemberForm
{
    [Required]
    public Role? Role { get; set; }

    public List<Area> Areas { get; set; } = [];

    /// <summary>Areas that count: a member of the team has some, nobody else.</summary>
    public IReadOnlyList<Area> Entrusted => Role == Kernel.People.Role.TeamMember ? [.. Areas.Distinct().Where(Enum.IsDefined)] : [];
}

internal sealed class InviteForm : MemberForm
{
    [Required, MaxLength(Account.MailLength)]
    public string? Mail { get; set; }

    [Required]
    public string? Language { get; set; } = Kernel.Text.Language.Arabic.Tag;
}
