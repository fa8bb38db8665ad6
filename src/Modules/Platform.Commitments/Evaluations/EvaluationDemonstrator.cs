using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.Charter.FollowUp;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Evaluations;

/// <summary>
/// Makes up what a committee thought of the commune's documents after the last quarter of the year that is shown, published and mostly answered. All its words
/// say that they are generated, and its members are nobody's accounts. A commune that has any evaluation of its own is left alone.
/// </summary>
internal sealed class EvaluationDemonstrator(CommuneContext db, CurrentCommune commune, EvaluatedReader documents, TimeProvider time) : IDemonstrator
{
    private const int Comments = 5;
    private const int Hour = 10;

    /// <summary>After those who make up what the commune itself says: the committee judges much like it.</summary>
    public int Order => 500;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var period = Period.Containing(to.AddDays(1), Periodicity.Quarterly).Previous();
        if (period.Start < from || await db.Set<Evaluation>().AnyAsync(cancellation))
        {
            return;
        }

        // Each commune its own evaluation, the same one each time; each document its own draws, whatever the others hold.
        var said = Said();
        var draw = commune.Value.Slug.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter));
        foreach (var about in EvaluatedDocuments.All)
        {
            if (commune.Value.Profile.Has(about.Feature()) && await documents.TodayAsync(about, cancellation) is { Things.Count: > 1 } document
                && !await IsYoungerAsync(about, period, cancellation))
            {
                Evaluate(document, period, said, new Random(unchecked(draw + (int)about)));
            }
        }
    }

    /// <summary>Nobody evaluates a charter for a time in which it was not in force.</summary>
    private async Task<bool> IsYoungerAsync(Evaluated about, Period period, CancellationToken cancellation) =>
        about == Evaluated.Charter
        && await db.Set<CharterVersion>().AnyAsync(version => version.State == CharterState.InForce && version.AdoptedOn > period.Start, cancellation);

    private void Evaluate(EvaluatedDocument document, Period period, IReadOnlyDictionary<string, Completion> said, Random random)
    {
        var evaluation = Evaluation.Of(
            document.About, document.Number, document.Title, period, period.End.AddDays(14), Word("DemonstrationLead"), At(period.End.AddDays(2)), demonstration: true);
        db.Add(evaluation);
        var members = random.Next(3, 6);
        foreach (var thing in document.Things)
        {
            var spoken = false;
            for (var member = 1; member <= members; member++)
            {
                if (thing.Key != EvaluatedDocuments.Whole && random.Next(4) == 0)
                {
                    continue; // Not every member has seen everything.
                }

                var speaks = !spoken && random.Next(3) == 0;
                spoken |= speaks;
                Belonging(
                    Judgement.On(evaluation, -member, thing, Near(said.GetValueOrDefault(thing.Key, Completion.Limited), random), speaks ? Comment(random) : null, At(period.End.AddDays(random.Next(3, 14)))),
                    evaluation);
            }

            if (thing.Key == EvaluatedDocuments.Whole || random.Next(3) > 0)
            {
                var reply = (Reply)random.Next(3);
                Belonging(EvaluationAnswer.To(evaluation, thing.Key, reply, Word("DemonstrationReply_" + reply), At(period.End.AddDays(18))), evaluation);
            }
        }

        evaluation.Publish(Word("DemonstrationConclusion"), At(period.End.AddDays(20)));
    }

    /// <summary>How far the commune says that each thing is, of what has just been made up.</summary>
    private Dictionary<string, Completion> Said()
    {
        var said = new Dictionary<string, Completion>(StringComparer.Ordinal);
        foreach (var activity in db.Set<Activity>().Local)
        {
            said[EvaluatedDocuments.OfActivity(activity.Id)] = activity.Progress.LastOrDefault()?.Percent switch
            {
                >= ProgressEntry.Full => Completion.Complete,
                >= ProgressEntry.Full / 2 => Completion.Substantial,
                > 0 => Completion.Limited,
                _ => Completion.NotStarted,
            };
        }

        foreach (var entry in db.Set<CommitmentEntry>().Local)
        {
            said[EvaluatedDocuments.OfCommitment(entry.CommitmentKey)] = entry.State switch
            {
                CommitmentState.Kept => Completion.Complete,
                CommitmentState.UnderWay => Completion.Substantial,
                _ => Completion.NotStarted,
            };
        }

        return said;
    }

    /// <summary>Members mostly see it as the commune does, some a degree lower or higher.</summary>
    private static Completion Near(Completion said, Random random) =>
        (Completion)Math.Clamp((int)said + (random.Next(6) switch { 0 => 1, 1 or 2 => -1, _ => 0 }), (int)Completion.NoEvidence, (int)Completion.Complete);

    private static string Comment(Random random) =>
        Word($"DemonstrationComment{random.Next(1, Comments + 1)}").In(random.Next(3) == 0 ? Language.French : Language.Arabic);

    /// <summary>Rows know their evaluation by its number, which it gets when all of them are saved.</summary>
    private void Belonging(object row, Evaluation evaluation)
    {
        db.Add(row);
        var property = db.Entry(row).Property(nameof(Judgement.EvaluationId));
        property.CurrentValue = db.Entry(evaluation).Property(nameof(Evaluation.Id)).CurrentValue;
        property.IsTemporary = true;
    }

    private DateTime At(DateOnly day)
    {
        var at = MoroccoTime.ToUtc(day.ToDateTime(new(Hour, 0)));
        var now = time.UtcNow();
        return at < now ? at : now;
    }

    private static LocalizedText Word(string key) => BothLanguages.Of(typeof(EvaluationsTexts), key);
}
