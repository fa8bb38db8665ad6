using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Participation.Meetings;

/// <summary>Meetings as machines read them: what everybody sees on their pages, no more.</summary>
internal static class MeetingsApi
{
    public static IEndpointRouteBuilder MapMeetingsApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/meetings", GetAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations))
            .WithName("GetMeetings")
            .WithTags("Participation")
            .WithSummary("Meetings of participatory processes from their announcement on: when, where, and how many came")
            .WithDescription("The one that begins last comes first. Groups of fewer than five people, or that all but fewer than five belong to, are null.")
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Ok<IReadOnlyList<MeetingAnswer>>> GetAsync(HttpContext context, MeetingReader meetings, TimeProvider time, CancellationToken cancellation)
    {
        var (all, now) = (await meetings.AllAsync(cancellation), time.UtcNow());
        context.ChangesAt(all.NextChange(now));
        return TypedResults.Ok<IReadOnlyList<MeetingAnswer>>(
        [
            .. all.Select(meeting => new MeetingAnswer(
                meeting.Process!.Slug, meeting.Number, meeting.Title, MachineWord.Of(meeting.StateAt(now)), meeting.StartsAt!.Value,
                meeting.EndsAt!.Value, meeting.Place, meeting.Link is not null, meeting.Invited, meeting.CancelReason, meeting.Minutes, meeting.Present,
                Group(meeting, nameof(Attendance.Women)), Group(meeting, nameof(Attendance.Young)), Group(meeting, nameof(Attendance.Disabled)), meeting.Associations,
                meeting.Process.Demonstration)),
        ]);
    }

    private static int? Group(Meeting meeting, string key) => meeting.Attendance?.Groups.FirstOrDefault(group => group.Key == key)?.Count;
}

/// <summary>A meeting of a participatory process.</summary>
/// <param name="Process">Slug of the process that it belongs to.</param>
/// <param name="Number">Its number in the process: <c>/processes/{process}/meetings/{number}</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="State"><c>to-come</c>, <c>now</c>, <c>over</c>, <c>told</c> (its minutes or figures are published) or <c>cancelled</c>.</param>
/// <param name="StartsAt">When it begins, UTC.</param>
/// <param name="EndsAt">When it ends, UTC.</param>
/// <param name="Place">The hall with its address; null where people meet online alone.</param>
/// <param name="Online">People can join from afar.</param>
/// <param name="Invited">Who is invited.</param>
/// <param name="CancelReason">Why it was cancelled.</param>
/// <param name="Minutes">What was said and agreed. Markdown.</param>
/// <param name="People">How many came.</param>
/// <param name="Women">How many of them were women.</param>
/// <param name="Young">How many of them were younger than 35.</param>
/// <param name="Disabled">How many of them were people with disabilities.</param>
/// <param name="Associations">How many associations were there.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record MeetingAnswer(
    string Process, int Number, LocalizedText Title, string State, DateTime StartsAt, DateTime EndsAt, LocalizedText? Place, bool Online, LocalizedText? Invited,
    LocalizedText? CancelReason, LocalizedText? Minutes, int? People, int? Women, int? Young, int? Disabled, int? Associations, bool Demonstration);
