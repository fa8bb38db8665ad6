namespace Platform.Commitments.Attached;

/// <summary>Names the words beside this file.</summary>
internal sealed class AttachedTexts;
