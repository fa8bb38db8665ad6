using System.Globalization;
using Platform.Participation.Subscriptions;

namespace Platform.UnitTests.Participation;

public sealed class RhythmTests
{
    [Theory]
    [InlineData("Daily", "2026-12-31", "2027-01-01")]
    [InlineData("Weekly", "2026-11-22", "2026-11-23")]
    [InlineData("Weekly", "2026-11-23", "2026-11-30")]
    [InlineData("Weekly", "2026-11-28", "2026-11-30")]
    [InlineData("Monthly", "2026-12-01", "2027-01-01")]
    [InlineData("Monthly", "2027-01-31", "2027-02-01")]
    public void The_next_digest_comes_on_its_day(string rhythm, string day, string next) =>
        Assert.Equal(DateOnly.Parse(next, CultureInfo.InvariantCulture), Enum.Parse<Rhythm>(rhythm).NextAfter(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void An_address_is_one_whatever_its_case_and_no_key_shows_it()
    {
        Assert.Equal(Subscriber.KeyOf("Amina@Example.ma"), Subscriber.KeyOf(" amina@example.ma "));
        Assert.DoesNotContain("amina", Subscriber.KeyOf("amina@example.ma"), StringComparison.OrdinalIgnoreCase);
        Assert.True(Subscriber.KeyOf("amina@example.ma").Length <= Subscriber.KeyLength);
    }
}
