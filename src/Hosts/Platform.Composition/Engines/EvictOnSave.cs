using System.Data.Common;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.ReadyAnswers;
using Platform.Data;
using Platform.Ui.Sites;

namespace Platform.Composition.Engines;

/// <summary>
/// Empties the cached pages of a commune when something of it was saved, and the national ones when the national database was; and again when a
/// transaction that held the save is committed, as a page made in between was made of what was there before.
/// </summary>
internal sealed class EvictOnSave(IServiceProvider services) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0)
        {
            await EvictAsync(eventData.Context);
        }

        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        EvictAsync(eventData.Context).AsTask();

    private async ValueTask EvictAsync(DbContext? context)
    {
        if (TagOf(context) is { } tag && services.GetService<IOutputCacheStore>() is { } store)
        {
            // The inner one first: nothing can be made ready again from what it still holds.
            await store.EvictByTagAsync(tag, CancellationToken.None);
            services.GetRequiredService<ReadyAnswerStore>().Evict(tag);
        }
    }

    private static string? TagOf(DbContext? context) => context switch
    {
        CommuneContext { Slug: { } slug } => PublicCache.TagOf(slug),
        NationalContext => PublicCache.NationalTag,
        _ => null,
    };
}
