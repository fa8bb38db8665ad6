using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Processes;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Participation.Meetings;

/// <summary><c>/processes/{slug}/meetings/{number}/calendar.ics</c>: one meeting for people's own calendars. Fetched again, it changes what was put off or cancelled.</summary>
internal static class MeetingCalendar
{
    public static IEndpointRouteBuilder MapMeetingCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/processes/{slug}/meetings/{number:int}/calendar.ics", GetAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations))
            .ExcludeFromDescription()
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    /// <param name="root">Of the site in the language of the request.</param>
    public static CalendarEvent EventOf(Meeting meeting, string root, IStringLocalizer<MeetingTexts> texts)
    {
        var language = Languages.Current;
        return new(
            MeetingSubjects.Of(meeting).Replace(':', '-').Replace('/', '-'), meeting.Title.In(language),
            meeting.CancelReason is { } reason ? $"{texts["State_Cancelled"].Value}: {reason.In(language)}" : meeting.Invited?.In(language),
            root + MeetingSubjects.LinkOf(meeting), null, null, meeting.StartsAt)
        {
            Until = meeting.EndsAt,
            Place = meeting.Place?.In(language) ?? texts["Online"],
            IsCancelled = meeting.CancelledAt is not null,
        };
    }

    private static async Task<Results<ContentHttpResult, RedirectHttpResult, NotFound>> GetAsync(
        string slug, int number, HttpContext context, CurrentCommune commune, MeetingReader meetings, IStringLocalizer<MeetingTexts> texts, TimeProvider time,
        CancellationToken cancellation)
    {
        if (await meetings.FindAsync(slug, number, cancellation) is not { } meeting)
        {
            return TypedResults.NotFound();
        }

        var language = Languages.Current;
        if (!context.Request.PathBase.HasValue)
        {
            return TypedResults.Redirect($"/{language.Tag}{MeetingSubjects.LinkOf(meeting)}/calendar.ics");
        }

        return CalendarFile.Result(
            context, $"{meeting.Process!.Slug}-{number}", meeting.Title.In(language), commune.Value, [EventOf(meeting, $"{commune.Value.Address}/{language.Tag}", texts)], time.UtcNow());
    }
}
