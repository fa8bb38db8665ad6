namespace Platform.Participation.Meetings.Editing;

/// <summary>Names the texts of the workspace of meetings: <c>MeetingEditingTexts.ar.resx</c> and <c>MeetingEditingTexts.fr.resx</c> beside this file.</summary>
internal sealed class MeetingEditingTexts;
