namespace Platform.Identity.Invitations;

/// <summary>Names the texts of this folder.</summary>
internal sealed class InvitationsTexts;
