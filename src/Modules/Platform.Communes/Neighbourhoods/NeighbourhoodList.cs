using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Communes.Neighbourhoods;

/// <summary>Reads the list, in the order of the reader's alphabet: the database's own is not relied on.</summary>
internal sealed class NeighbourhoodList(CommuneContext db) : INeighbourhoods
{
    public async Task<IReadOnlyList<Neighbourhood>> AllAsync(CancellationToken cancellation)
    {
        var language = Languages.Current;
        return
        [
            .. (await db.Set<ListedNeighbourhood>().AsNoTracking().ToListAsync(cancellation))
                .Select(place => new Neighbourhood(place.Id, place.Name, place.RemovedAt is null))
                .OrderBy(place => place.Name.In(language), StringComparer.Create(language.Culture, ignoreCase: true)),
        ];
    }
}
