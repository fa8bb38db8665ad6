using Platform.Kernel.Time;

namespace Platform.UnitTests.Kernel;

/// <summary>Morocco's clock around Ramadan 2026: it goes back in the night to the 15th of February, and on again in the night to the 22nd of March.</summary>
public sealed class MoroccoTimeTests
{
    [Theory]
    [InlineData("2026-11-22T18:00", "2026-11-22T17:00")]
    [InlineData("2026-02-14T23:59", "2026-02-14T22:59")]
    [InlineData("2026-03-01T18:00", "2026-03-01T18:00")] // in Ramadan
    [InlineData("2026-12-31T23:30", "2026-12-31T22:30")]
    [InlineData("2027-01-01T00:00", "2026-12-31T23:00")]
    [InlineData("2026-02-15T01:59", "2026-02-15T00:59")]
    [InlineData("2026-02-15T02:30", "2026-02-15T02:30")] // shown twice: the second time
    [InlineData("2026-02-15T03:00", "2026-02-15T03:00")]
    [InlineData("2026-03-22T01:59", "2026-03-22T01:59")]
    [InlineData("2026-03-22T02:30", "2026-03-22T02:30")] // never shown: by the clock as it was
    [InlineData("2026-03-22T03:00", "2026-03-22T02:00")]
    public void A_time_shown_in_Morocco_is_one_instant(string shown, string utc) =>
        Assert.Equal(At(utc), MoroccoTime.ToUtc(At(shown)));

    [Fact]
    public void What_is_shown_comes_back_for_every_quarter_of_a_year_but_the_hour_that_never_was()
    {
        for (var utc = At("2026-01-01T00:00"); utc.Year == 2026; utc = utc.AddMinutes(15))
        {
            var back = MoroccoTime.FromUtc(MoroccoTime.ToUtc(MoroccoTime.FromUtc(utc)));
            Assert.Equal(MoroccoTime.FromUtc(utc), back);
        }
    }

    [Fact]
    public void An_instant_is_in_UTC_whatever_the_kind_of_what_was_typed() =>
        Assert.Equal(DateTimeKind.Utc, MoroccoTime.ToUtc(DateTime.SpecifyKind(At("2026-11-22T18:00"), DateTimeKind.Local)).Kind);

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
