using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Communes.Neighbourhoods;

/// <summary>
/// Makes up a short list of neighbourhoods whose names say so, for what asks people where they live. A commune that has a list is left alone.
/// </summary>
internal sealed class NeighbourhoodDemonstrator(CommuneContext db) : IDemonstrator
{
    private const int Count = 4;

    /// <summary>Before all that answers by neighbourhood.</summary>
    public int Order => 10;

    public async Task DemonstrateAsync(int seed, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (await db.Set<ListedNeighbourhood>().AnyAsync(cancellation))
        {
            return;
        }

        db.AddRange(Enumerable.Range(1, Count).Select(number => ListedNeighbourhood.Called(BothLanguages.Of(typeof(NeighbourhoodTexts), "Demonstration", number))));

        // Answers name them by their numbers.
        await db.SaveChangesAsync(cancellation);
    }
}
