using System.Globalization;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.FollowUp;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>
/// Makes up a year of the charter's use: who signed it, the processes that it was used in, what was done to make it known, the team, where the commitments
/// stand. A charter is never made up, and a register in which anybody has written is left alone.
/// </summary>
internal sealed class CharterDemonstrator(CommuneContext db, CurrentCommune commune, TimeProvider time) : IDemonstrator
{
    private readonly CharterDemonstrationWords words = CharterDemonstrationWords.Read();

    public int Order => 100;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var adopted = await db.Set<CharterVersion>().Published()
            .MinAsync(version => version.AdoptedOn, cancellation);
        var first = adopted > from ? adopted.Value : from;
        if (adopted is null || first >= to)
        {
            return;
        }

        // Each commune its own year, the same one each time; each register its own draws, whatever the others hold.
        var draw = commune.Value.Slug.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter));
        var signatories = await db.Set<Signatory>().AnyAsync(cancellation) ? [] : Signatories(Draws(draw), first, to);
        db.AddRange(signatories);
        if (!await db.Set<CharterUse>().AnyAsync(cancellation))
        {
            db.AddRange(Uses(Draws(draw + 1), first, to));
        }

        if (!await db.Set<CommunicationAction>().AnyAsync(cancellation))
        {
            db.AddRange(Actions(Draws(draw + 2), first, to, signatories));
        }

        if (!await db.Set<FollowUpTeam>().AnyAsync(cancellation))
        {
            db.Add(Team(Draws(draw + 3), first, to));
        }

        if (!await db.Set<CommitmentEntry>().AnyAsync(cancellation))
        {
            db.AddRange(await CommitmentsAsync(Draws(draw + 4), first, to, cancellation));
        }
    }

    private static Faker Draws(int seed) => new() { Random = new Randomizer(seed) };

    private List<Signatory> Signatories(Faker faker, DateOnly first, DateOnly to)
    {
        var signatories = new List<Signatory>();
        for (var day = first.AddDays(faker.Random.Int(10, 40)); day <= to; day = day.AddDays(faker.Random.Int(50, 110)))
        {
            var ceremony = faker.PickRandom(words.Ceremonies.AsEnumerable());
            for (var i = faker.Random.Int(4, 12); i > 0; i--)
            {
                var association = faker.Random.Bool(0.85f);
                signatories.Add(Signatory.Of(
                    Numbered(faker.PickRandom((association ? words.Associations : words.Partners).AsEnumerable()), signatories.Count + 1),
                    association ? SignatoryKind.Association : SignatoryKind.Partner,
                    day,
                    association ? faker.PickRandom(words.Capacities.AsEnumerable()).OrNull(faker, 0.3f) : null,
                    ceremony,
                    demonstration: true));
            }
        }

        return signatories;
    }

    private IEnumerable<CharterUse> Uses(Faker faker, DateOnly first, DateOnly to)
    {
        var at = 0;
        for (var day = first.AddDays(faker.Random.Int(15, 45)); day <= to && at < words.Uses.Count; day = day.AddDays(faker.Random.Int(25, 70)))
        {
            var use = words.Uses[at++];
            yield return CharterUse.Of(use.Process, use.Rung, day, faker.Random.Int(8, 60), use.Difficulties, use.Done, demonstration: true);
        }
    }

    private IEnumerable<CommunicationAction> Actions(Faker faker, DateOnly first, DateOnly to, List<Signatory> signatories)
    {
        var at = 0;
        for (var day = first.AddDays(faker.Random.Int(5, 30)); day <= to && at < words.Actions.Count; day = day.AddDays(faker.Random.Int(20, 60)))
        {
            var told = words.Actions[at++];
            var action = CommunicationAction.Of(
                told.Kind, told.Title, day, faker.PickRandom(words.Audiences.AsEnumerable()), faker.Random.Int(3, 60) * 10, link: null, demonstration: true);
            action.HelpedBy([.. signatories.Where(signatory => signatory.SignedOn <= day && faker.Random.Bool(0.3f))]);
            yield return action;
        }
    }

    private FollowUpTeam Team(Faker faker, DateOnly first, DateOnly to)
    {
        var decided = first.AddDays(faker.Random.Int(5, 30));
        decided = decided > to ? to : decided;
        var team = FollowUpTeam.Of(string.Format(CultureInfo.InvariantCulture, words.Decision, decided.Year), decided, demonstration: true);
        team.Members.AddRange(words.Team.Select(seat => TeamMember.Of(seat.Seat, seat.Function, name: null, namePublic: false)));
        return team;
    }

    private async Task<IEnumerable<CommitmentEntry>> CommitmentsAsync(Faker faker, DateOnly first, DateOnly to, CancellationToken cancellation)
    {
        var keys = await (
            from version in db.Set<CharterVersion>()
            join commitment in db.Set<Commitment>() on version.Id equals commitment.CharterVersionId
            where version.State == CharterState.InForce
            orderby commitment.Position
            select commitment.Key).ToListAsync(cancellation);
        var now = time.UtcNow();
        var days = to.DayNumber - first.DayNumber;
        return
        [
            .. keys.Where(_ => faker.Random.Bool(0.7f)).Select(key => CommitmentEntry.Of(
                key,
                faker.PickRandom(CommitmentState.NotStarted, CommitmentState.UnderWay, CommitmentState.UnderWay, CommitmentState.Kept, CommitmentState.NotKept),
                first.AddDays(faker.Random.Int(0, days)), words.CommitmentNote, now, demonstration: true)),
        ];
    }

    private static LocalizedText Numbered(LocalizedText name, int number) => new(
        string.Format(CultureInfo.InvariantCulture, name.Ar, number),
        name.Fr is { } fr ? string.Format(CultureInfo.InvariantCulture, fr, number) : null);
}
