using Bogus;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>Makes up whether milestones that are due took place. What a document or a person has said of a milestone stays.</summary>
internal sealed class OpennessDemonstrator(CommuneContext db, CurrentCommune commune) : IDemonstrator
{
    private const float ShareKept = 0.85f;

    public int Order => 300;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var random = new Randomizer(commune.Value.Slug.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter)));
        foreach (var milestone in await db.Set<Milestone>().Where(milestone => milestone.Kept == null).OrderBy(milestone => milestone.Id).ToListAsync(cancellation))
        {
            var due = Milestone.LastDay(milestone.From, milestone.To, milestone.Precision);
            if (due <= to)
            {
                // Said within the year that is shown, and never before the milestone was due.
                var said = due.AddDays(random.Int(0, 20));
                milestone.Settle(random.Bool(ShareKept), said < from ? from : said > to ? to : said, demonstration: true);
            }
        }
    }
}
