using Platform.Kernel.Measures;
using Platform.Kernel.Text;

namespace Platform.UnitTests.Kernel;

/// <summary>Snapshots keep digests for ever: the digest of the same rows never changes, and how it is made is written down here.</summary>
public sealed class MeasurementTests
{
    private static readonly MeasureDefinition Share = new("test.share", 1, MeasureValue.Percentage, PeriodBehaviour.Stock);

    /// <summary>SHA-256 of the lines <c>key|numerator|denominator</c> in the order of the keys, with four decimals at most.</summary>
    [Fact]
    public void The_digest_of_rows_is_that_of_their_lines()
    {
        MeasurePart[] parts =
        [
            new("activity:2.1", 0.5m, 1.00m), new("period:2026-10", -2.33333m, 12345678901.50m), new("activity:10.3", 1, 1), new("\u0645\u062d\u0648\u0631:1", 3_000_000_000, 0),
            new("activity:1.2", 0, 1.25m),
        ];

        Assert.Equal("72031ab768c4bcd6dc15df5e04210c9b12b09d76e0e0ceb9f59f9bf1d054f11a", Measurement.Of(Share, parts).RowDigest);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Measurement.Of(Share, Array.Empty<MeasurePart>()).RowDigest);
    }

    [Fact]
    public void What_readers_see_of_a_row_changes_neither_figure_nor_digest()
    {
        MeasureRow[] rows = [new("b", 1, 4, new LocalizedText("x")), new("a", 2, 4, new LocalizedText("y"), "/link", new DateOnly(2026, 10, 1), "late")];

        Assert.Equal(Measurement.Of(Share, [new MeasurePart("a", 2, 4), new MeasurePart("b", 1, 4)]), Measurement.Of(Share, rows));
        Assert.Equal(37.5m, Measurement.Of(Share, rows).Value);
    }
}
