using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.FollowUp;
using Platform.National.Reporting;

namespace Platform.UnitTests.NationalLevel;

public sealed class LatenessOfCommunesTests
{
    private static readonly DateOnly Due = new(2026, 11, 15);
    private static readonly ReportingPeriod Quarter = new(Period.Parse("2026-Q3"), new(2026, 10, 1), Due);

    [Fact]
    public void A_commune_is_late_from_the_day_after_the_last_one()
    {
        Assert.Null(FollowUpLine.LateFrom(Quarter, null, null, default, Due));
        Assert.Equal(Due, FollowUpLine.LateFrom(Quarter, null, null, default, Due.AddDays(1)));
    }

    [Fact]
    public void What_was_sent_back_after_the_last_day_is_late_since_then() =>
        Assert.Equal(Due.AddDays(4), FollowUpLine.LateFrom(Quarter, ReviewState.Returned, Due.AddDays(4), default, Due.AddDays(9)));

    [Fact]
    public void Who_submitted_or_came_later_or_is_asked_for_nothing_is_not_late()
    {
        var today = Due.AddDays(9);

        Assert.Null(FollowUpLine.LateFrom(Quarter, ReviewState.Received, null, default, today));
        Assert.Null(FollowUpLine.LateFrom(Quarter, ReviewState.Accepted, Due, default, today));
        Assert.Null(FollowUpLine.LateFrom(Quarter, null, null, Due.AddDays(1), today));
        Assert.Null(FollowUpLine.LateFrom(null, null, null, default, today));
    }
}
