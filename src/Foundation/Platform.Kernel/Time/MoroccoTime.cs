namespace Platform.Kernel.Time;

/// <summary>Morocco's clock. Its offset changes around Ramadan, so only the time-zone database knows it.</summary>
public static class MoroccoTime
{
    public const string ZoneId = "Africa/Casablanca";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    public static DateOnly TodayInMorocco(this TimeProvider time) => DateOnly.FromDateTime(FromUtc(time.GetUtcNow().UtcDateTime));

    public static DateTime UtcNow(this TimeProvider time) => time.GetUtcNow().UtcDateTime;

    /// <summary>What a clock in Morocco shows at this instant.</summary>
    public static DateTime FromUtc(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The instant at which this day begins in Morocco.</summary>
    public static DateTime ToUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>
    /// The instant at which a clock in Morocco shows this. What it shows twice, in the night in which the hour goes back before Ramadan, is meant the second
    /// time: nobody finds closed what the clock still calls open. What it never shows, in the night in which the hour goes on after Ramadan, is read by the
    /// clock as it was before.
    /// </summary>
    public static DateTime ToUtc(DateTime shown)
    {
        shown = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        var (before, after) = (Zone.GetUtcOffset(Instant(shown.AddDays(-1))), Zone.GetUtcOffset(Instant(shown.AddDays(1))));
        DateTime[] candidates = [Instant(shown - before), Instant(shown - after)];
        return candidates.Where(instant => FromUtc(instant) == shown).DefaultIfEmpty(candidates[0]).Max();
    }

    private static DateTime Instant(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc);
}
