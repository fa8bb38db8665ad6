using Bogus;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// Makes up how a plan went: who answers for each activity, when it was to be done, and what was said of it month by month. Some activities are late,
/// some cancelled, some not begun. Standard axes without activities get some. A plan of which anybody has said anything is left alone.
/// </summary>
internal sealed class PlanDemonstrator(CommuneContext db, CurrentCommune commune, TimeProvider time) : IDemonstrator
{
    private const int Step = 5;
    private const int ShortestDays = 60;
    private const int LongestDays = 270;

    public int Order => 200;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>()
            .Include(plan => plan.Axes)
            .ThenInclude(axis => axis.Activities)
            .AsSplitQuery()
            .OrderBy(plan => plan.Number)
            .FirstOrDefaultAsync(cancellation);
        if (plan is null || await db.Set<ProgressEntry>().AnyAsync(cancellation))
        {
            return;
        }

        // Each commune its own year, the same one each time.
        var faker = new Faker { Random = new Randomizer(commune.Value.Slug.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter))) };
        var words = DemonstrationWords.Read();
        if (plan.Axes.All(axis => axis.Activities.Count == 0))
        {
            AddActivities(plan, faker, words);
            MaybeAdopt(plan, faker, words, from, to);
        }

        // Some communes are quicker than others, so that there is something to compare.
        var pace = faker.Random.Double(0.5, 1.05);
        foreach (var activity in plan.Axes.OrderBy(axis => axis.Number).SelectMany(axis => axis.Activities.OrderBy(activity => activity.Number)))
        {
            Demonstrate(activity, faker, words, pace, from, to);
        }
    }

    private static void AddActivities(Plan plan, Faker faker, DemonstrationWords words)
    {
        foreach (var axis in plan.Axes.OrderBy(axis => axis.Number))
        {
            var number = 1;
            foreach (var (_, title) in words.Activities.Where(activity => activity.Axis == axis.StandardAxis))
            {
                axis.Activities.Add(Activity.Of(
                    number++, title, faker.Random.Int(1, Activity.LowestPriority).OrNull(faker, 0.2f),
                    faker.PickRandom(ActivityOrigin.Commune, ActivityOrigin.Associations), [], demonstration: true));
            }
        }
    }

    private static void MaybeAdopt(Plan plan, Faker faker, DemonstrationWords words, DateOnly from, DateOnly to)
    {
        var sessions = Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber))
            .Select(from.AddDays)
            .Where(day => day.Day == 5)
            .SelectMany(day => words.Sessions.Where(session => session.Month == day.Month).Select(session => (Day: day, session.Title)))
            .ToList();
        if (sessions.Count > 0 && faker.Random.Bool(0.7f))
        {
            var (day, title) = faker.PickRandom(sessions);
            plan.Adopt(day, title);
        }
    }

    private void Demonstrate(Activity activity, Faker faker, DemonstrationWords words, double pace, DateOnly from, DateOnly to)
    {
        var span = Math.Max(1, to.DayNumber - from.DayNumber);
        var start = from.AddDays(faker.Random.Int(0, span * 8 / 10));
        var days = faker.Random.Int(ShortestDays, LongestDays);
        var responsible = faker.PickRandom(words.Responsible.AsEnumerable());
        activity.Schedule(start, start.AddDays(days));
        activity.Entrust(
            responsible,
            faker.PickRandom(words.Partners.AsEnumerable()).OrNull(faker, 0.4f),
            (faker.Random.Int(2, 60) * 5000m).OrNull(faker, 0.5f));

        var fate = faker.Random.Double();
        if (fate < 0.12)
        {
            return; // Not begun, and perhaps late.
        }

        var speed = pace * faker.Random.Double(0.7, 1.4);
        var givenUpAt = fate < 0.19 ? faker.Random.Int(20, 70) : int.MaxValue;
        var (day, reached, first) = (start, 0, true);
        LocalizedText? lastNote = null;
        while (day <= to)
        {
            var percent = (int)Math.Min(ProgressEntry.Full, (day.DayNumber - start.DayNumber) * speed * 100 / days) / Step * Step;
            var status = percent >= givenUpAt ? ActivityStatus.Cancelled : percent >= ProgressEntry.Full ? ActivityStatus.Completed : ActivityStatus.InProgress;
            if (first || percent > reached)
            {
                var said = status switch
                {
                    ActivityStatus.Cancelled => words.Cancelled,
                    ActivityStatus.Completed => words.Completed,
                    _ => first ? words.Started : words.Advanced,
                };
                lastNote = faker.PickRandom(said.Where(note => note != lastNote));
                activity.Progress.Add(ProgressEntry.Of(
                    day, status, percent, lastNote, responsible,
                    faker.PickRandom(words.Evidence.AsEnumerable()).OrNull(faker, 0.5f), RecordedAt(day, faker), demonstration: true));
                (reached, first) = (percent, false);
            }

            if (status != ActivityStatus.InProgress)
            {
                return;
            }

            day = day.AddDays(faker.Random.Int(20, 45));
        }
    }

    private DateTime RecordedAt(DateOnly day, Faker faker)
    {
        var at = MoroccoTime.ToUtc(day).AddMinutes(faker.Random.Int(9 * 60, 17 * 60));
        var now = time.UtcNow();
        return at < now ? at : now;
    }
}
