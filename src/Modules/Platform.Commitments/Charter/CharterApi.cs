using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Charter.FollowUp;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary><c>GET /api/v1/charter</c>: the charter in force, whole.</summary>
internal static class CharterApi
{
    public static IEndpointRouteBuilder MapCharter(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/charter", GetAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Charter))
            .WithName("GetCharter")
            .WithTags("Charter")
            .WithSummary("The charter of participation in force: sections, ladder, commitments, legal references, follow-up team, signatories")
            .WithDescription("A field that the charter does not give is null.")
            .Refuses(StatusCodes.Status404NotFound, "The commune has adopted no charter.")
            .CacheOutput(PublicCache.Policy);
        endpoints.MapGet("/api/v1/charter/follow-up", GetFollowUpAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Charter))
            .WithName("GetCharterFollowUp")
            .WithTags("Charter")
            .WithSummary("How the charter is used: the tracking matrix, what was done to make it known, the members of the follow-up team")
            .WithDescription("Lists are empty where nothing is recorded. The latest come first.")
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Results<Ok<CharterAnswer>, ProblemHttpResult>> GetAsync(
        CharterReader charters, FollowUpReader followUp, IStringLocalizer<CharterTexts> texts, CancellationToken cancellation)
    {
        if (await charters.InForceAsync(cancellation) is not { } version)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["NoCharterTitle"]);
        }

        var standings = await followUp.StandingsAsync(cancellation);
        var signatories = await charters.Signatories.OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id).ToListAsync(cancellation);
        return TypedResults.Ok(new CharterAnswer(
            version.Title, version.Number, version.AdoptedOn, version.Session, version.Deliberation, version.Source,
            [.. version.Sections.Select(section => new SectionAnswer(
                section.Key, section.Number, section.Title, section.Text, section.ParentKey, section.Source))],
            [.. version.Ladder.Select(rung => new RungAnswer(rung.Position, MachineWord.Of(rung.Rung), rung.Title, rung.Text, rung.Source))],
            [.. version.References.Select(reference => new ReferenceAnswer(MachineWord.Of(reference.Kind), reference.Title, reference.Text, reference.Source))],
            [.. version.Commitments.Select(commitment => Answer(commitment, standings.GetValueOrDefault(commitment.Key) ?? CommitmentStanding.None))],
            new TeamAnswer([.. version.Seats.Select(seat => seat.Function)], [.. version.Tasks.Select(task => task.Text)], version.TeamSource),
            [.. signatories.Select(signatory => new SignatoryAnswer(
                signatory.Name, MachineWord.Of(signatory.Kind), signatory.Capacity, signatory.SignedOn, signatory.Ceremony, signatory.Demonstration))]));
    }

    private static CommitmentAnswer Answer(Commitment commitment, CommitmentStanding standing) => new(
        commitment.Number, MachineWord.Of(commitment.Party), commitment.Text, commitment.Source,
        standing.Now is { } now ? new StateAnswer(MachineWord.Of(now.State), now.On, now.Note, now.Demonstration) : null,
        [.. standing.Links.Where(link => link.ActivityId is not null).Select(link => link.Reference)],
        [.. standing.Links.Select(link => link.IndicatorCode).OfType<string>()]);

    private static async Task<Ok<FollowUpAnswer>> GetFollowUpAsync(FollowUpReader followUp, TimeProvider time, CancellationToken cancellation)
    {
        var uses = await followUp.UsesAsync(cancellation);
        var actions = await followUp.ActionsAsync(cancellation);
        var team = await followUp.TeamAsync(cancellation);
        var today = time.TodayInMorocco();
        return TypedResults.Ok(new FollowUpAnswer(
            [.. uses.Select(use => new UseAnswer(use.Process, MachineWord.Of(use.Rung), use.UsedOn, use.Actors, use.Difficulties, use.Done, use.Demonstration))],
            [.. actions.Select(action => new CommunicationAnswer(
                MachineWord.Of(action.Kind), action.Title, action.DoneOn, action.Audience, action.Reached, action.Link, [.. action.Helpers.Select(helper => helper.Name)], action.Demonstration))],
            team is null
                ? null
                : new FollowUpTeamAnswer(team.Decision, team.DecidedOn, team.Demonstration, [.. team.Members.Where(member => member.Sits(today)).OrderBy(member => member.Seat).ThenBy(member => member.Id)
                    .Select(member => new MemberAnswer(MachineWord.Of(member.Seat), member.Function, member.NamePublic ? member.Name : null))])));
    }
}

/// <summary>The charter in force, whole.</summary>
/// <param name="Title">Title of the charter.</param>
/// <param name="Version">Number of the version in force, from 1.</param>
/// <param name="AdoptedOn">Day of the council's vote.</param>
/// <param name="Session">The session of the council that adopted it.</param>
/// <param name="Deliberation">Number of the deliberation.</param>
/// <param name="Source">The document and section that it is taken from.</param>
/// <param name="Sections">Sections in the order of the charter.</param>
/// <param name="Ladder">The ladder of participation, from its lowest rung.</param>
/// <param name="LegalReferences">Laws and declarations that it rests on.</param>
/// <param name="Commitments">What each party commits to.</param>
/// <param name="FollowUpTeam">The team that follows it up.</param>
/// <param name="Signatories">Who has signed, from the first.</param>
internal sealed record CharterAnswer(
    LocalizedText Title,
    int Version,
    DateOnly? AdoptedOn,
    LocalizedText? Session,
    string? Deliberation,
    SeedSource? Source,
    IReadOnlyList<SectionAnswer> Sections,
    IReadOnlyList<RungAnswer> Ladder,
    IReadOnlyList<ReferenceAnswer> LegalReferences,
    IReadOnlyList<CommitmentAnswer> Commitments,
    TeamAnswer FollowUpTeam,
    IReadOnlyList<SignatoryAnswer> Signatories);

/// <summary>A section of the charter.</summary>
/// <param name="Key">Stable name of the section.</param>
/// <param name="Number">As the charter numbers it.</param>
/// <param name="Title">Title of the section.</param>
/// <param name="Text">Markdown; none where the section holds items or parts only.</param>
/// <param name="Parent">Key of the section that it is a part of.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record SectionAnswer(string Key, string Number, LocalizedText Title, LocalizedText? Text, string? Parent, SeedSource? Source);

/// <summary>A rung of the ladder of participation.</summary>
/// <param name="Level">From 1, the lowest.</param>
/// <param name="Rung"><c>information</c>, <c>consultation</c>, <c>concertation</c> or <c>co-decision</c>.</param>
/// <param name="Title">Title of the rung.</param>
/// <param name="Text">What it means.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record RungAnswer(int Level, string Rung, LocalizedText Title, LocalizedText Text, SeedSource? Source);

/// <summary>A reference that the charter rests on.</summary>
/// <param name="Kind"><c>royal-speech</c>, <c>constitution</c>, <c>organic-law</c>, <c>law</c>, <c>development-model</c> or <c>council-rules</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Text">What the charter takes from it.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record ReferenceAnswer(string Kind, LocalizedText Title, LocalizedText Text, SeedSource? Source);

/// <summary>A commitment of one party.</summary>
/// <param name="Number">As the charter numbers it.</param>
/// <param name="Party">Who commits: <c>commune</c>, <c>associations</c> or <c>citizens</c>.</param>
/// <param name="Text">The charter's own words.</param>
/// <param name="Source">The document and section that it is taken from.</param>
/// <param name="State">Where it stands; none where the commune has not said.</param>
/// <param name="Activities">References of the activities of the plan that carry it out.</param>
/// <param name="Indicators">Codes of the indicators that show whether it is kept.</param>
internal sealed record CommitmentAnswer(
    string Number, string Party, LocalizedText Text, SeedSource? Source, StateAnswer? State, IReadOnlyList<string> Activities, IReadOnlyList<string> Indicators);

/// <summary>Where a commitment stands.</summary>
/// <param name="State"><c>not-started</c>, <c>under-way</c>, <c>kept</c> or <c>not-kept</c>.</param>
/// <param name="On">The day from which it is so.</param>
/// <param name="Note">What was done, or why it was not.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record StateAnswer(string State, DateOnly On, LocalizedText? Note, bool Demonstration);

/// <summary>How the charter is used.</summary>
/// <param name="Uses">The tracking matrix.</param>
/// <param name="Communication">What was done to make the charter known.</param>
/// <param name="Team">The follow-up team; none where none was set up.</param>
internal sealed record FollowUpAnswer(IReadOnlyList<UseAnswer> Uses, IReadOnlyList<CommunicationAnswer> Communication, FollowUpTeamAnswer? Team);

/// <summary>A process in which the charter was used.</summary>
/// <param name="Process">The process.</param>
/// <param name="Rung">Its rung of the ladder: <c>information</c>, <c>consultation</c>, <c>concertation</c> or <c>co-decision</c>.</param>
/// <param name="UsedOn">The day.</param>
/// <param name="Actors">How many actors were engaged, where they were counted.</param>
/// <param name="Difficulties">What was difficult.</param>
/// <param name="Done">What was done about it.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record UseAnswer(
    LocalizedText Process, string Rung, DateOnly UsedOn, int? Actors, LocalizedText? Difficulties, LocalizedText? Done, bool Demonstration);

/// <summary>Something done to make the charter known.</summary>
/// <param name="Kind"><c>publication</c>, <c>infographic</c>, <c>animated-video</c>, <c>social-media</c>, <c>leaflet</c>, <c>event</c> or <c>other</c>.</param>
/// <param name="Title">What was done.</param>
/// <param name="DoneOn">The day.</param>
/// <param name="Audience">Whom it was for.</param>
/// <param name="Reached">How many people it reached, where they were counted.</param>
/// <param name="Link">Where it can be seen.</param>
/// <param name="Helpers">Signatories who helped.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record CommunicationAnswer(
    string Kind, LocalizedText Title, DateOnly DoneOn, LocalizedText? Audience, int? Reached, string? Link, IReadOnlyList<LocalizedText> Helpers, bool Demonstration);

/// <summary>The team that a decision set up.</summary>
/// <param name="Decision">Number of the decision.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
/// <param name="Members">Its members now.</param>
internal sealed record FollowUpTeamAnswer(string Decision, DateOnly DecidedOn, bool Demonstration, IReadOnlyList<MemberAnswer> Members);

/// <summary>A member of the follow-up team.</summary>
/// <param name="Seat">Whom the member sits for: <c>elected</c>, <c>services</c>, <c>committee</c>, <c>focal-point</c>, <c>association</c> or <c>other</c>.</param>
/// <param name="Function">The member's function.</param>
/// <param name="Name">Only where the person agreed.</param>
internal sealed record MemberAnswer(string Seat, LocalizedText Function, LocalizedText? Name);

/// <summary>The team that follows the charter up.</summary>
/// <param name="Seats">Who sits in it.</param>
/// <param name="Tasks">What it does.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record TeamAnswer(IReadOnlyList<LocalizedText> Seats, IReadOnlyList<LocalizedText> Tasks, SeedSource? Source);

/// <summary>A signatory of the charter.</summary>
/// <param name="Name">Name of the signatory.</param>
/// <param name="Kind"><c>association</c> or <c>partner</c>.</param>
/// <param name="Capacity">In which capacity it signed.</param>
/// <param name="SignedOn">The day of its signature.</param>
/// <param name="Ceremony">Where it signed.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record SignatoryAnswer(
    LocalizedText Name, string Kind, LocalizedText? Capacity, DateOnly SignedOn, LocalizedText? Ceremony, bool Demonstration);
