namespace Platform.Ui;

/// <summary>The value axis of a chart: round steps from zero (or below it) to above the highest value.</summary>
internal sealed record Scale(decimal Low, decimal High, decimal Step)
{
    private const int WantedSteps = 4;
    private static readonly decimal[] RoundSteps = [1, 2, 2.5m, 5, 10];

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; tick <= High; tick += Step)
            {
                yield return tick;
            }
        }
    }

    public static Scale For(IEnumerable<decimal> values, bool wholeSteps = false)
    {
        var (low, high) = (0m, 0m);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low == high)
        {
            return new(0, 1, 1);
        }

        var step = RoundStep((high - low) / WantedSteps);
        if (wholeSteps)
        {
            step = Math.Max(1, Math.Ceiling(step));
        }

        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>How far along the axis a value lies, from 0 to 1.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));

    private static decimal RoundStep(decimal rough)
    {
        var magnitude = 1m;
        while (magnitude > rough)
        {
            magnitude /= 10;
        }

        while (magnitude * 10 <= rough)
        {
            magnitude *= 10;
        }

        return RoundSteps.First(step => step * magnitude >= rough) * magnitude;
    }
}
