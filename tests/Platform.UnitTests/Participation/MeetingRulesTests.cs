using Platform.Kernel.Charters;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Meetings;
using Platform.Participation.Meetings.Editing;
using Platform.Participation.Processes;

namespace Platform.UnitTests.Participation;

public sealed class MeetingRulesTests
{
    private static readonly DateTime Starts = new(2026, 12, 5, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Process Process = Process.Of(
        "programme", new(new("برنامج"), new("هدف"), LadderRung.Concertation, null, null, new("المجلس"), null, null, null));

    [Fact]
    public void A_meeting_is_where_the_clock_and_what_was_said_of_it_put_it()
    {
        var meeting = Meeting.In(Process, 1, Text(Starts, Starts.AddHours(2)));
        Assert.Equal(MeetingState.Draft, meeting.StateAt(Starts));
        Assert.Throws<InvalidOperationException>(() => meeting.Move(Starts, Starts.AddHours(1), null, null, new("سبب"), Starts));

        meeting.Announce(Starts.AddDays(-9));
        Assert.Equal(MeetingState.ToCome, meeting.StateAt(Starts.AddTicks(-1)));
        Assert.Equal(MeetingState.Now, meeting.StateAt(Starts));
        Assert.Equal(MeetingState.Over, meeting.StateAt(Starts.AddHours(2)));

        meeting.Cancel(new("سبب"), Starts.AddDays(-8));
        Assert.Equal(MeetingState.Cancelled, meeting.StateAt(Starts));

        // Set again: where it was to be is kept, and nobody finds it cancelled.
        meeting.Move(Starts.AddDays(3), Starts.AddDays(3).AddHours(2), new("القاعة"), null, new("سبب آخر"), Starts.AddDays(-7));
        Assert.Equal(MeetingState.ToCome, meeting.StateAt(Starts));
        Assert.Null(meeting.CancelReason);
        Assert.Equal(Starts, Assert.Single(meeting.Moves).StartsAt);

        meeting.Tell(null, new(30, 12, null, null, null), Starts.AddDays(4));
        Assert.Equal(MeetingState.Told, meeting.StateAt(Starts.AddDays(4)));
        Assert.Throws<ArgumentException>(() => Meeting.In(Process, 2, Text(Starts, Starts)));
        Assert.Throws<ArgumentException>(() => Meeting.In(Process, 2, Text(Starts, null)));
    }

    [Theory]
    [InlineData(30, 12, 12)]
    [InlineData(30, 0, 0)]
    [InlineData(30, 30, 30)]
    [InlineData(30, 4, null)]
    [InlineData(30, 26, null)]
    [InlineData(4, 4, null)]
    [InlineData(5, 5, 5)]
    public void A_group_is_shown_where_nobody_is_recognised_by_it(int people, int women, int? shown)
    {
        var group = Assert.Single(new Attendance(people, women, null, null, 2).Groups);

        Assert.Equal((nameof(Attendance.Women), shown), (group.Key, group.Count));
    }

    [Fact]
    public void An_activity_stands_in_each_stage_that_it_touches_and_in_none_without_days()
    {
        ProcessStage[] stages =
        [
            ProcessStage.Of(1, new("1"), null, new(2026, 11, 1), new(2026, 11, 30)), ProcessStage.Of(2, new("2"), null, new(2026, 12, 1), new(2026, 12, 31)),
            ProcessStage.Of(3, new("3"), null, new(2027, 1, 1), null), ProcessStage.Of(4, new("4"), null, null, null), ProcessStage.Of(5, new("5"), null, null, new(2026, 11, 15)),
        ];

        Assert.Equal([1, 2], In(new(2026, 11, 20), new(2026, 12, 2)));
        Assert.Equal([1], In(new(2026, 11, 30), new(2026, 11, 30)));
        Assert.Equal([2], In(new(2026, 12, 1), new(2026, 12, 1)));
        Assert.Equal([3], In(new(2029, 5, 1), new(2029, 5, 2)));
        Assert.Equal([1, 5], In(new(2026, 11, 15), new(2026, 11, 15)));
        Assert.Empty(In(new(2026, 10, 1), new(2026, 10, 31)));

        IEnumerable<int> In(DateOnly from, DateOnly to)
        {
            var activity = new Activity(ActivityKind.Meeting, new("x"), "/x", from, to, null, MeetingState.ToCome);
            return stages.Where(activity.RunsIn).Select(stage => stage.Position);
        }
    }

    /// <summary>Ending at midnight belongs to the day that ends then.</summary>
    [Fact]
    public void A_meeting_until_midnight_stands_on_its_own_day()
    {
        var meeting = Meeting.In(Process, 1, Text(MoroccoTime.ToUtc(new DateTime(2026, 11, 30, 21, 0, 0)), MoroccoTime.ToUtc(new DateTime(2026, 12, 1, 0, 0, 0))));
        meeting.Announce(Starts.AddDays(-30));
        var activity = Activity.Of(meeting, Starts);

        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30)), (activity.From, activity.To));
    }

    [Fact]
    public void Times_are_those_of_Moroccos_clock_and_say_what_is_wrong_with_them()
    {
        var times = new MeetingTimes { On = new(2026, 12, 5), From = new(10, 0), Until = new(12, 30) };
        Assert.Equal((new(2026, 12, 5, 9, 0, 0, DateTimeKind.Utc), new(2026, 12, 5, 11, 30, 0, DateTimeKind.Utc)), (times.StartsAt, times.EndsAt));
        Assert.Empty(times.Problems());

        Assert.Equal([("Until", "EndsBeforeBeginning")], new MeetingTimes { On = new(2026, 12, 5), From = new(10, 0), Until = new(10, 0) }.Problems());
        Assert.Equal([("LastOn", "EndsBeforeBeginning")], new MeetingTimes { On = new(2026, 12, 5), LastOn = new(2026, 12, 4), From = new(10, 0), Until = new(11, 0) }.Problems());
        Assert.Equal([("On", "ValidationRequired")], new MeetingTimes { From = new(10, 0), Until = new(11, 0) }.Problems());
        Assert.Equal([("On", "NoSuchDay")], new MeetingTimes { On = DateOnly.MinValue, From = new(10, 0), Until = new(11, 0) }.Problems());
        Assert.Equal([("LastOn", "NoSuchDay")], new MeetingTimes { On = new(2026, 12, 5), LastOn = DateOnly.MaxValue, From = new(10, 0), Until = new(11, 0) }.Problems());
    }

    private static MeetingText Text(DateTime? starts, DateTime? ends) => new(new("لقاء"), null, new("القاعة"), null, null, null, null, starts, ends);
}
