using Microsoft.AspNetCore.Http;
using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>What a request for the rows behind a figure comes to: the rows, or why there are none.</summary>
internal sealed record RowsAnswer(int Status, RowsAnswer.Rows? Found)
{
    /// <summary>Rows as they are now, with the snapshot that they explain.</summary>
    internal sealed record Rows(IndicatorSheet Sheet, Period Period, IndicatorSnapshot Snapshot, Evidence? Evidence)
    {
        public bool HasDenominators => Evidence?.Figure.Denominator is not null;
    }

    /// <param name="period">As written in the address; none for the latest.</param>
    /// <returns>400 for what is no period, 404 where there is no such indicator or no snapshot of the period.</returns>
    public static async Task<RowsAnswer> ReadAsync(
        string code, string? period, IndicatorReader reader, FigureReader figures, CancellationToken cancellation)
    {
        Period? asked = null;
        if (!string.IsNullOrEmpty(period))
        {
            if (!Period.TryParse(period, out var read))
            {
                return new(StatusCodes.Status400BadRequest, null);
            }

            asked = read;
        }

        return await reader.SheetAsync(code, cancellation) is { } sheet
            && (asked ?? sheet.LatestPeriod) is { } shown
            && sheet.Of(shown) is { } snapshot
                ? new(StatusCodes.Status200OK, new(sheet, shown, snapshot, await figures.ReadAsync(sheet.Rules, shown, sheet.Parts, cancellation)))
                : new(StatusCodes.Status404NotFound, null);
    }
}
