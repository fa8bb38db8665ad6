using System.Globalization;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>
/// Makes up who signed the charter over the year, in a few ceremonies after its adoption. A charter is never made up, and one that anybody has signed
/// is left alone.
/// </summary>
internal sealed class CharterDemonstrator(CommuneContext db, CurrentCommune commune) : IDemonstrator
{
    public int Order => 100;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var adopted = await db.Set<CharterVersion>().Published()
            .MinAsync(version => version.AdoptedOn, cancellation);
        var first = adopted > from ? adopted.Value : from;
        if (adopted is null || first >= to || await db.Set<Signatory>().AnyAsync(cancellation))
        {
            return;
        }

        // Each commune its own year, the same one each time.
        var faker = new Faker { Random = new Randomizer(commune.Value.Slug.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter))) };
        var words = SignatoryWords.Read();
        var number = 1;
        for (var day = first.AddDays(faker.Random.Int(10, 40)); day <= to; day = day.AddDays(faker.Random.Int(50, 110)))
        {
            var ceremony = faker.PickRandom(words.Ceremonies.AsEnumerable());
            for (var i = faker.Random.Int(4, 12); i > 0; i--)
            {
                var association = faker.Random.Bool(0.85f);
                db.Add(Signatory.Of(
                    Numbered(faker.PickRandom((association ? words.Associations : words.Partners).AsEnumerable()), number++),
                    association ? SignatoryKind.Association : SignatoryKind.Partner,
                    day,
                    association ? faker.PickRandom(words.Capacities.AsEnumerable()).OrNull(faker, 0.3f) : null,
                    ceremony,
                    demonstration: true));
            }
        }
    }

    private static LocalizedText Numbered(LocalizedText name, int number) => new(
        string.Format(CultureInfo.InvariantCulture, name.Ar, number),
        name.Fr is { } fr ? string.Format(CultureInfo.InvariantCulture, fr, number) : null);
}
