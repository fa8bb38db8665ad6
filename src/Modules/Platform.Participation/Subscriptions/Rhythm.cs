namespace Platform.Participation.Subscriptions;

/// <summary>How often somebody wants to be told, if there is anything to tell.</summary>
internal enum Rhythm
{
    Weekly,
    Daily,
    Monthly,
}

internal static class Rhythms
{
    /// <summary>The day of the next digest: tomorrow, the next Monday, the first of the next month.</summary>
    public static DateOnly NextAfter(this Rhythm rhythm, DateOnly day) => rhythm switch
    {
        Rhythm.Daily => day.AddDays(1),
        Rhythm.Monthly => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
        _ => day.AddDays(1 + (((int)DayOfWeek.Monday - (int)day.AddDays(1).DayOfWeek + 7) % 7)),
    };
}
