using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
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
        return endpoints;
    }

    private static async Task<Results<Ok<CharterAnswer>, ProblemHttpResult>> GetAsync(
        CharterReader charters, IStringLocalizer<CharterTexts> texts, CancellationToken cancellation)
    {
        if (await charters.InForceAsync(cancellation) is not { } version)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["NoCharterTitle"]);
        }

        var signatories = await charters.Signatories.OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id).ToListAsync(cancellation);
        return TypedResults.Ok(new CharterAnswer(
            version.Title, version.Number, version.AdoptedOn, version.Session, version.Deliberation, version.Source,
            [.. version.Sections.Select(section => new SectionAnswer(
                section.Key, section.Number, section.Title, section.Text, section.ParentKey, section.Source))],
            [.. version.Ladder.Select(rung => new RungAnswer(rung.Position, Word(rung.Rung), rung.Title, rung.Text, rung.Source))],
            [.. version.References.Select(reference => new ReferenceAnswer(Word(reference.Kind), reference.Title, reference.Text, reference.Source))],
            [.. version.Commitments.Select(commitment => new CommitmentAnswer(
                commitment.Number, Word(commitment.Party), commitment.Text, commitment.Source))],
            new TeamAnswer([.. version.Seats.Select(seat => seat.Function)], [.. version.Tasks.Select(task => task.Text)], version.TeamSource),
            [.. signatories.Select(signatory => new SignatoryAnswer(
                signatory.Name, Word(signatory.Kind), signatory.Capacity, signatory.SignedOn, signatory.Ceremony, signatory.Demonstration))]));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
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
internal sealed record CommitmentAnswer(string Number, string Party, LocalizedText Text, SeedSource? Source);

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
