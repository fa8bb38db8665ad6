namespace Platform.Participation.Meetings;

/// <summary>Names the texts of meetings: <c>MeetingTexts.ar.resx</c> and <c>MeetingTexts.fr.resx</c> beside this file.</summary>
internal sealed class MeetingTexts;
