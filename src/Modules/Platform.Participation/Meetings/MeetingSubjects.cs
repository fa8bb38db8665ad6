using System.Globalization;

namespace Platform.Participation.Meetings;

/// <summary>What a meeting is called where others refer to it, and where it stands on the site. Its process is loaded with it.</summary>
internal static class MeetingSubjects
{
    public static string Of(Meeting meeting) => Of(meeting.Process!.Slug, meeting.Number);

    public static string Of(string process, int number) => string.Create(CultureInfo.InvariantCulture, $"meeting:{process}/{number}");

    /// <summary>Its page, relative to the language's root.</summary>
    public static string LinkOf(Meeting meeting) => LinkOf(meeting.Process!.Slug, meeting.Number);

    public static string LinkOf(string process, int number) => string.Create(CultureInfo.InvariantCulture, $"/processes/{process}/meetings/{number}");
}
