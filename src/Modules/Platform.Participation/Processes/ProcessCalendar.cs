using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Meetings;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Participation.Processes;

/// <summary><c>/processes/{slug}/calendar.ics</c>: the stages of a process, when its consultations open and close, and its meetings, for people's own calendars.</summary>
internal static class ProcessCalendar
{
    public static IEndpointRouteBuilder MapProcessCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/processes/{slug}/calendar.ics", GetAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations))
            .ExcludeFromDescription()
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Results<ContentHttpResult, RedirectHttpResult, NotFound>> GetAsync(
        string slug, HttpContext context, CurrentCommune commune, ProcessReader processes, ConsultationReader consultations, MeetingReader meetings,
        IStringLocalizer<ProcessTexts> texts, IStringLocalizer<MeetingTexts> words, TimeProvider time, CancellationToken cancellation)
    {
        if (await processes.FindAsync(slug, cancellation) is not { } process)
        {
            return TypedResults.NotFound();
        }

        var language = Languages.Current;
        if (!context.Request.PathBase.HasValue)
        {
            return TypedResults.Redirect($"/{language.Tag}/processes/{process.Slug}/calendar.ics");
        }

        var root = $"{commune.Value.Address}/{language.Tag}";
        var events = process.Stages
            .Where(stage => (stage.From ?? stage.To) is not null)
            .Select(stage => CalendarEvent.OfDays(
                string.Create(CultureInfo.InvariantCulture, $"stage-{stage.Id}"), stage.Title.In(language), stage.Text?.In(language), $"{root}/processes/{process.Slug}",
                (stage.From ?? stage.To)!.Value, stage.To))
            .ToList();
        foreach (var consultation in await consultations.OfAsync(process.Id, cancellation))
        {
            var (title, link) = (consultation.Title.In(language), $"{root}/consultations/{consultation.Slug}");
            events.Add(CalendarEvent.OfInstant($"{consultation.Slug}-opens", texts["CalendarOpens", title], null, link, consultation.OpensAt));
            events.Add(CalendarEvent.OfInstant($"{consultation.Slug}-closes", texts["CalendarCloses", title], Formats.Instant(consultation.ClosesAt), link, consultation.ClosesAt));
        }

        events.AddRange((await meetings.OfAsync(process.Id, cancellation)).Select(meeting => MeetingCalendar.EventOf(meeting, root, words)));
        return CalendarFile.Result(context, process.Slug, texts["CalendarTitle", process.Title.In(language)], commune.Value, events, time.UtcNow());
    }
}
