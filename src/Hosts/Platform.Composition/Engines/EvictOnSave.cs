using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Ui.Sites;

namespace Platform.Composition.Engines;

/// <summary>Empties the cached pages of a commune when something of it was saved, and the national ones when the national database was.</summary>
internal sealed class EvictOnSave(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var tag = TagOf(eventData.Context);
        if (result > 0 && tag is not null && services.GetService<IOutputCacheStore>() is { } store)
        {
            await store.EvictByTagAsync(tag, CancellationToken.None);
        }

        return result;
    }

    private static string? TagOf(DbContext? context) => context switch
    {
        CommuneContext { Slug: { } slug } => PublicCache.TagOf(slug),
        NationalContext => PublicCache.NationalTag,
        _ => null,
    };
}
