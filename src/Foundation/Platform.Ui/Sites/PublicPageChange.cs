using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Time;

namespace Platform.Ui.Sites;

/// <summary>Set by a page that says of something when it opens or closes: from that instant on the page is not right any more, whoever keeps it.</summary>
public sealed class PublicPageChange
{
    internal PublicPageChange(DateTime at) => At = DateTime.SpecifyKind(at, DateTimeKind.Utc);

    /// <summary>UTC.</summary>
    public DateTime At { get; }
}

public static class PublicPageChanges
{
    /// <summary>The page is kept until this instant at most; of several the first counts. Said while the page is made, before anything of it is sent.</summary>
    public static void ChangesAt(this HttpContext context, DateTime? utc)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (utc is not { } at || context.Features.Get<PublicPageChange>()?.At <= at)
        {
            return;
        }

        context.Features.Set(new PublicPageChange(at));
        if (context.Features.Get<IOutputCacheFeature>()?.Context is not { } cache)
        {
            return;
        }

        var left = at - context.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        if (left <= TimeSpan.Zero)
        {
            cache.AllowCacheStorage = false;
        }
        else if (left < PublicCache.Longest)
        {
            cache.ResponseExpirationTimeSpan = left;
        }
    }
}
