using System.Text;
using Platform.Participation.Processes;

namespace Platform.UnitTests.Participation;

public sealed class CalendarFileTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 11, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Texts_are_escaped_and_instants_are_in_UTC()
    {
        var file = CalendarFile.Write(
            "Stages", "larache.example.ma", [CalendarEvent.OfInstant("c-closes", "Closes; soon, at \\ six", "one\r\ntwo", "https://larache.example.ma/fr", new(2026, 11, 30, 17, 0, 0, DateTimeKind.Utc))], Now);

        Assert.Contains("\r\nDTSTART:20261130T170000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nSUMMARY:Closes\\; soon\\, at \\\\ six\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nDESCRIPTION:one\\ntwo\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:c-closes@larache.example.ma\r\n", file, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_has_its_place_and_end_and_one_that_is_cancelled_says_so()
    {
        var starts = new DateTime(2026, 12, 5, 9, 0, 0, DateTimeKind.Utc);
        var file = CalendarFile.Write("x", "x", [new("m", "x", null, null, null, null, starts) { Until = starts.AddHours(2), Place = "Salle 1, rue A", IsCancelled = true }], Now);

        Assert.Contains("\r\nDTSTART:20261205T090000Z\r\nDTEND:20261205T110000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nLOCATION:Salle 1\\, rue A\r\nSTATUS:CANCELLED\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_of_a_stage_is_part_of_it()
    {
        var file = CalendarFile.Write("x", "x", [CalendarEvent.OfDays("s", "x", null, null, new(2026, 12, 1), new(2026, 12, 31)), CalendarEvent.OfDays("t", "x", null, null, new(2026, 12, 1), null)], Now);

        Assert.Contains("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270101\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_bytes_and_none_is_cut_within_a_letter()
    {
        var title = string.Concat(Enumerable.Repeat("استشارة حول مشاريع الانفتاح 😀 ", 12)).Trim();
        var file = CalendarFile.Write(title, "x", [CalendarEvent.OfInstant("e", title, title, null, Now)], Now);

        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)));
        Assert.Contains("SUMMARY:" + title + "\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
