using System.ComponentModel.DataAnnotations;

namespace Platform.Identity.Upkeep;

/// <summary>Section <c>Accounts:Keep</c>: for how many days what is over is kept, to be looked into. The audit trail holds the acts themselves for good.</summary>
internal sealed class KeepOptions
{
    public const string Section = "Accounts:Keep";

    private const int Longest = 3650;

    /// <summary>Sessions after their end, and guesses.</summary>
    [Range(1, Longest)]
    public int SessionDays { get; set; } = 30;

    /// <summary>A browser after its last sign-in. As long as its cookie lives: forgotten earlier, it is told as a new one.</summary>
    [Range(1, Longest)]
    public int DeviceDays { get; set; } = 400;

    /// <summary>Links of new passwords and new addresses, after they were used or ran out.</summary>
    [Range(1, Longest)]
    public int LinkDays { get; set; } = 30;

    /// <summary>Invitations after they were accepted, taken back or ran out: until then they can be sent again.</summary>
    [Range(1, Longest)]
    public int InvitationDays { get; set; } = 90;

    /// <summary>An account after it was asked that it be deleted: until then a word undoes it.</summary>
    [Range(1, 90)]
    public int LeavingDays { get; set; } = 14;
}
