using Platform.Kernel.Measures;
using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.IntegrationTests.Commitments.Indicators;

/// <summary>What the doubles of a test answer; the test changes it as time goes on.</summary>
internal sealed class TestFigures
{
    /// <summary>Numerator and denominator of the one row of a measure in a period.</summary>
    public Dictionary<(string Key, string Period), (decimal Numerator, decimal Denominator)> Rows { get; } = [];

    /// <summary>The measure that fails, as a room does whose database has gone.</summary>
    public string? Failing { get; set; }

    public bool ProgressFails { get; set; }

    public int Asked { get; set; }

    public void Set(string key, string period, decimal numerator, decimal denominator = 0) => Rows[(key, period)] = (numerator, denominator);
}

/// <summary>A room of its own with figures that a test decides on.</summary>
internal sealed class TestMeasures(TestFigures figures) : IMeasureSource
{
    public IReadOnlyList<MeasureDefinition> Measures { get; } =
    [
        new("test.flow", 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new("test.stock", 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new("test.share", 2, MeasureValue.Percentage, PeriodBehaviour.Flow),
        new("test.level", 1, MeasureValue.Count, PeriodBehaviour.Stock),
    ];

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(
        IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        figures.Asked++;
        var measured = new Dictionary<string, Measurement>();
        foreach (var key in keys)
        {
            measured[key] = Measurement.Of(Measures.Single(measure => measure.Key == key), await RowsAsync(key, period, cancellation));
        }

        return measured;
    }

    public Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation)
    {
        if (figures.Failing == key)
        {
            throw new InvalidOperationException("The room's rows cannot be read.");
        }

        var (numerator, denominator) = figures.Rows.GetValueOrDefault((key, period.ToString()));
        return Task.FromResult<IReadOnlyList<MeasureRow>>(
        [
            new("row:1", numerator, denominator, new LocalizedText("عنصر أول", "Premier élément"), "/charter", period.End, "completed"),
        ]);
    }
}

/// <summary>A feature that cannot tell its progress.</summary>
internal sealed class TestProgress(TestFigures figures) : IProgressSource
{
    public Task AddToAsync(ProgressBuilder report, Period period, CancellationToken cancellation) =>
        figures.ProgressFails ? throw new InvalidOperationException("The progress cannot be told.") : Task.CompletedTask;
}
