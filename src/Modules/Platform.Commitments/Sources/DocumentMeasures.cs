using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.OpennessProgramme;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Sources;

/// <summary>How many of the commune's three documents (charter, action plan, openness programme) were adopted and published at the end of a period.</summary>
internal sealed class DocumentMeasures(CharterFigures charters, PlanFigures plans, OpennessFigures programmes) : IMeasureSource
{
    public const string InForce = "documents.in-force";

    private static readonly MeasureDefinition Definition = new(InForce, 2, MeasureValue.Count, PeriodBehaviour.Stock);

    public IReadOnlyList<MeasureDefinition> Measures => [Definition];

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var measured = new Dictionary<string, Measurement>();
        foreach (var key in keys)
        {
            measured[key] = Measurement.Of(Definition, await RowsAsync(key, period, cancellation));
        }

        return measured;
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation)
    {
        if (key != InForce)
        {
            throw new ArgumentException($"'{key}' is no measure of the documents.", nameof(key));
        }

        var end = period.End;
        var rows = new List<MeasureRow>();
        if ((await charters.AllAsync(cancellation)).FirstOrDefault(version => version.State is (CharterState.InForce or CharterState.Superseded) && version.AdoptedOn <= end) is { } charter)
        {
            rows.Add(new("document:charter", 1, 0, charter.Title, "/charter", charter.AdoptedOn, "in-force"));
        }

        if (await plans.CurrentAsync(end, cancellation) is { } plan && plan.IsInForceOn(end))
        {
            rows.Add(new("document:action-plan", 1, 0, plan.Title, "/action-plan", plan.AdoptedOn, "in-force"));
        }

        if ((await programmes.PublishedAsync(cancellation)).FirstOrDefault(programme => programme.AdoptedOn <= end) is { } programme)
        {
            rows.Add(new("document:openness-programme", 1, 0, programme.Title, "/openness", programme.AdoptedOn, "in-force"));
        }

        return rows;
    }
}
