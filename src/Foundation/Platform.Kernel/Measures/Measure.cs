using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Kernel.Measures;

/// <summary>How a measure relates to its period.</summary>
public enum PeriodBehaviour
{
    /// <summary>What is there at the end of the period's last day.</summary>
    Stock,

    /// <summary>What happened between the period's first and last day.</summary>
    Flow,
}

/// <summary>How the value is made of the rows behind it.</summary>
public enum MeasureValue
{
    /// <summary>The sum of the rows' numerators.</summary>
    Count,

    /// <summary>100 × the sum of numerators ÷ the sum of denominators; none where the denominators sum to nothing.</summary>
    Percentage,

    /// <summary>The sum of numerators ÷ the sum of denominators.</summary>
    Ratio,
}

/// <summary>A figure that a room can count from its own rows.</summary>
/// <param name="Key">Stable: <c>action-plan.completed-share</c>.</param>
/// <param name="Version">Grows when the way of counting changes; each snapshot tells which one it was taken with.</param>
public sealed record MeasureDefinition(string Key, int Version, MeasureValue Value, PeriodBehaviour Behaviour);

/// <summary>One row that a figure was counted from.</summary>
/// <param name="Key">Identifies the row among the measure's rows, for ever: <c>activity:2.1</c>.</param>
/// <param name="Numerator">What it adds to the numerator.</param>
/// <param name="Denominator">What it adds to the denominator; 0 for counts.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Link">Page of the row, relative to the language's root (<c>/action-plan/activities/2.1</c>), or none.</param>
/// <param name="On">The day that put it in the period, where there is one.</param>
/// <param name="State">Code of the state that counted (<c>completed</c>), where there is one.</param>
public sealed record MeasureRow(
    string Key, decimal Numerator, decimal Denominator, LocalizedText Label, string? Link = null, DateOnly? On = null, string? State = null);

/// <summary>What of a row makes the figure; the rest of a <see cref="MeasureRow"/> is for readers.</summary>
public readonly record struct MeasurePart(string Key, decimal Numerator, decimal Denominator);

/// <summary>A figure with what it was counted from.</summary>
/// <param name="Value">None where there was nothing to divide by.</param>
/// <param name="RowDigest">SHA-256 over the rows' keys and contributions: equal digests mean the same rows.</param>
public sealed record Measurement(decimal? Value, decimal Numerator, decimal Denominator, string RowDigest)
{
    public static Measurement Of(MeasureDefinition measure, IEnumerable<MeasureRow> rows) =>
        Of(measure, rows.Select(row => new MeasurePart(row.Key, row.Numerator, row.Denominator)));

    /// <summary>The same figure, for who counts many and shows none of the rows.</summary>
    public static Measurement Of(MeasureDefinition measure, IEnumerable<MeasurePart> parts)
    {
        var sorted = parts.ToList();
        if (!IsSorted(sorted))
        {
            sorted = [.. sorted.OrderBy(part => part.Key, StringComparer.Ordinal)];
        }

        var (numerator, denominator) = (0m, 0m);
        foreach (var part in sorted)
        {
            numerator += part.Numerator;
            denominator += part.Denominator;
        }

        decimal? value = measure.Value switch
        {
            MeasureValue.Count => numerator,
            MeasureValue.Percentage => denominator == 0 ? null : Math.Round(100 * numerator / denominator, 4),
            _ => denominator == 0 ? null : Math.Round(numerator / denominator, 4),
        };
        return new(value, numerator, denominator, RowDigests.Of(sorted));
    }

    private static bool IsSorted(List<MeasurePart> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (string.CompareOrdinal(parts[i - 1].Key, parts[i].Key) > 0)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>
/// What a room publishes so that indicators can be measured from its rows without anyone knowing its tables. Registered as a scoped service;
/// it reads the commune of its scope. A new feature adds figures by adding a source, and nothing else changes.
/// </summary>
public interface IMeasureSource
{
    IReadOnlyList<MeasureDefinition> Measures { get; }

    /// <summary>Counts several of its measures at once, so that a snapshot run reads each table once. Keys that are not its own are an error.</summary>
    Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation);

    /// <summary>The rows behind one figure, in the order of the documents.</summary>
    Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation);
}
