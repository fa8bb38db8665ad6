using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>The figures of the action plan, as it stood at the end of the period's last day.</summary>
internal sealed class PlanMeasures(CommuneContext db, PlanFigures figures) : IMeasureSource
{
    private const string Prefix = "action-plan.";

    private static readonly Dictionary<string, Figure> Figures = new Figure[]
    {
        Figure.OfActivities("activities", MeasureValue.Count, _ => 1, _ => 0),
        Figure.OfActivities("completed-share", MeasureValue.Percentage, Completed, _ => 1, Counts),
        Figure.OfActivities("in-progress-share", MeasureValue.Percentage, activity => activity.Status == ActivityStatus.InProgress ? 1 : 0, _ => 1, Counts),
        Figure.OfActivities("late-count", MeasureValue.Count, _ => 1, _ => 0, activity => activity.IsLate),
        Figure.OfActivities("progress", MeasureValue.Percentage, activity => activity.Weight * activity.Percent / ProgressEntry.Full, activity => activity.Weight, Counts),
        Figure.OfActivities("priority-1-completed-share", MeasureValue.Percentage, Completed, _ => 1, activity => activity.Priority == 1 && Counts(activity)),
        Figure.OfAxes("axes-started-share", MeasureValue.Percentage),
    }.ToDictionary(figure => figure.Definition.Key, StringComparer.Ordinal);

    private static readonly MeasureDefinition[] Published = [.. Figures.Values.Select(figure => figure.Definition)];

    public IReadOnlyList<MeasureDefinition> Measures => Published;

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(
        IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var wanted = keys.Distinct(StringComparer.Ordinal).Select(FigureOf).ToList();
        var counted = Counted.Of(await figures.AxesAsync(period.End, cancellation));
        return wanted.ToDictionary(
            figure => figure.Definition.Key, figure => Measurement.Of(figure.Definition, figure.Parts(counted)), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation)
    {
        var figure = FigureOf(key);
        return figure.Rows(await db.ReadAxesAsync(period.End, cancellation));
    }

    private static Figure FigureOf(string key) =>
        Figures.GetValueOrDefault(key) ?? throw new ArgumentException($"'{key}' is no measure of the action plan.", nameof(key));

    private static string KeyOf(CountedActivity activity) => "activity:" + activity.Reference;

    private static decimal Completed(CountedActivity activity) => activity.Status == ActivityStatus.Completed ? 1 : 0;

    private static bool Counts(CountedActivity activity) => activity.Standing.Counts;

    /// <summary>What all figures are made of, each activity with its key, in the order of the digest once in place of once for each figure.</summary>
    private sealed record Counted(IReadOnlyList<CountedAxis> Axes, IReadOnlyList<(string Key, CountedActivity Activity)> Activities)
    {
        public static Counted Of(IReadOnlyList<CountedAxis> axes) => new(
            axes, [.. axes.SelectMany(axis => axis.Activities).Select(activity => (Key: KeyOf(activity), activity)).OrderBy(activity => activity.Key, StringComparer.Ordinal)]);
    }

    /// <param name="Rows">What readers are shown.</param>
    /// <param name="Parts">The same rows as far as they make the figure.</param>
    private sealed record Figure(
        MeasureDefinition Definition, Func<IReadOnlyList<PlanAxis>, IReadOnlyList<MeasureRow>> Rows, Func<Counted, IEnumerable<MeasurePart>> Parts)
    {
        public static Figure OfActivities(
            string name, MeasureValue value, Func<CountedActivity, decimal> numerator, Func<CountedActivity, decimal> denominator,
            Func<CountedActivity, bool>? counts = null) => new(
            Define(name, value),
            axes =>
            [
                .. axes.SelectMany(axis => axis.Activities)
                    .Where(activity => counts is null || counts(activity.Counted))
                    .Select(activity => new MeasureRow(
                        KeyOf(activity.Counted), numerator(activity.Counted), denominator(activity.Counted), activity.Title, activity.Link,
                        activity.Since, activity.IsLate ? "late" : MachineWord.Of(activity.Status))),
            ],
            counted => counted.Activities
                .Where(one => counts is null || counts(one.Activity))
                .Select(one => new MeasurePart(one.Key, numerator(one.Activity), denominator(one.Activity))));

        public static Figure OfAxes(string name, MeasureValue value) => new(
            Define(name, value),
            axes =>
            [
                .. axes.Select(axis => new MeasureRow(
                    KeyOfAxis(axis.Number), axis.Started ? 1 : 0, 1, axis.Title, "/action-plan#" + axis.Anchor, null, axis.Started ? "started" : "not-started")),
            ],
            counted => counted.Axes.Select(axis => new MeasurePart(KeyOfAxis(axis.Number), axis.Started ? 1 : 0, 1)));

        private static string KeyOfAxis(int number) => $"axis:{number}";

        private static MeasureDefinition Define(string name, MeasureValue value) => new(Prefix + name, 1, value, PeriodBehaviour.Stock);
    }
}
