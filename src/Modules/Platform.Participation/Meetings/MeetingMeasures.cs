using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;
using Platform.Participation.Questions;

namespace Platform.Participation.Meetings;

/// <summary>What the meetings of processes count: those that were held in the period, and who came.</summary>
internal sealed class MeetingMeasures(CommuneContext db) : IMeasureSource
{
    public const string Held = "participation.meetings";
    public const string People = "participation.meeting-attendance";
    public const string Associations = "participation.meeting-associations";
    public const string Women = "participation.meeting-women-share";

    private static readonly Func<CommuneContext, DateTime, DateTime, CancellationToken, Task<List<Meeting>>> HeldIn = Prepared.Query(
        (CommuneContext db, DateTime from, DateTime until) => db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Process)
            .Where(meeting => meeting.AnnouncedAt != null && meeting.CancelledAt == null && meeting.EndsAt >= from && meeting.EndsAt < until)
            .OrderBy(meeting => meeting.EndsAt).ThenBy(meeting => meeting.Id));

    public IReadOnlyList<MeasureDefinition> Measures { get; } =
    [
        new(Held, 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new(People, 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Associations, 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new(Women, 1, MeasureValue.Percentage, PeriodBehaviour.Flow),
    ];

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var definitions = keys.Select(Definition).ToList();
        var held = await HeldAsync(period, cancellation);
        return definitions.ToDictionary(definition => definition.Key, definition => Measurement.Of(definition, Rows(definition.Key, held)));
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation) =>
        [.. Rows(Definition(key).Key, await HeldAsync(period, cancellation))];

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key) ?? throw new ArgumentException($"'{key}' is no measure of meetings.", nameof(key));

    private static IEnumerable<MeasureRow> Rows(string key, IEnumerable<Meeting> held) => held.Select(meeting => Row(key, meeting)).OfType<MeasureRow>();

    private static MeasureRow? Row(string key, Meeting meeting) => (key, meeting.Attendance) switch
    {
        (Held, _) => Of(meeting, 1, 0),
        (People, { } came) => Of(meeting, came.People, 0),
        (Associations, { Associations: { } associations }) => Of(meeting, associations, 0),

        // Left out where so few were, or were not, women that one could be recognised.
        (Women, { Women: { } women } came) when !SmallGroups.IsHeldBack(women, came.People) => Of(meeting, women, came.People),
        _ => null,
    };

    private static MeasureRow Of(Meeting meeting, decimal numerator, decimal denominator) => new(
        MeetingSubjects.Of(meeting), numerator, denominator, meeting.Title, MeetingSubjects.LinkOf(meeting),
        DateOnly.FromDateTime(MoroccoTime.FromUtc(meeting.EndsAt!.Value)));

    private Task<List<Meeting>> HeldAsync(Period period, CancellationToken cancellation) =>
        HeldIn(db, MoroccoTime.ToUtc(period.Start), MoroccoTime.ToUtc(period.End.AddDays(1)), cancellation);
}
