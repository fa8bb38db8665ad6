using Platform.Kernel.Text;

namespace Platform.Kernel.People;

/// <summary>Somebody is to become a member: of the commune of the scope, or of the national staff.</summary>
/// <param name="Areas">For a member of the team.</param>
/// <param name="Language">The language of the mail.</param>
public sealed record InvitationRequest(string Mail, Role Role, IReadOnlyList<Area> Areas, Language Language);

public enum InvitationState
{
    /// <summary>The link was made and its mail is on the way.</summary>
    Sent,

    /// <summary>There is an account with this address on this site already.</summary>
    AlreadyMember,

    /// <summary>No mail address.</summary>
    NoMail,

    /// <summary>No role of this site.</summary>
    NoRole,
}

/// <param name="Link">The single-use address; shown and mailed now, kept nowhere.</param>
public sealed record InvitationResult(InvitationState State, string? Link = null, DateTime? ExpiresAt = null);

/// <summary>Invites people to the site of the scope; the room of accounts does it.</summary>
public interface IInvitations
{
    /// <summary>Replaces an invitation of the same address that still waits.</summary>
    Task<InvitationResult> InviteAsync(InvitationRequest request, CancellationToken cancellation);
}
