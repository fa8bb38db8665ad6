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
            .. (await db.Set<Quarter>().AsNoTracking().ToListAsync(cancellation))
                .Select(quarter => new Neighbourhood(quarter.Id, quarter.Name, quarter.RemovedAt is null))
                .OrderBy(quarter => quarter.Name.In(language), StringComparer.Create(language.Culture, ignoreCase: true)),
        ];
    }
}
