using Microsoft.AspNetCore.Http;

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
    /// <summary>The page is kept until this instant at most; of several the first counts.</summary>
    public static void ChangesAt(this HttpContext context, DateTime? utc)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (utc is { } at && !(context.Features.Get<PublicPageChange>()?.At <= at))
        {
            context.Features.Set(new PublicPageChange(at));
        }
    }
}
