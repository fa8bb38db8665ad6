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
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName("GetCharter")
            .WithTags("Charter")
            .WithSummary("The charter of participation in force: sections, ladder, commitments, legal references, follow-up team, signatories")
            .WithDescription("404 where the commune has adopted no charter.")
            .ProducesProblem(StatusCodes.Status404NotFound)
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

/// <param name="Text">Markdown; none where the section holds items or parts only.</param>
/// <param name="Parent">Key of the section that it is a part of.</param>
internal sealed record SectionAnswer(string Key, string Number, LocalizedText Title, LocalizedText? Text, string? Parent, SeedSource? Source);

internal sealed record RungAnswer(int Level, string Rung, LocalizedText Title, LocalizedText Text, SeedSource? Source);

internal sealed record ReferenceAnswer(string Kind, LocalizedText Title, LocalizedText Text, SeedSource? Source);

internal sealed record CommitmentAnswer(string Number, string Party, LocalizedText Text, SeedSource? Source);

internal sealed record TeamAnswer(IReadOnlyList<LocalizedText> Seats, IReadOnlyList<LocalizedText> Tasks, SeedSource? Source);

internal sealed record SignatoryAnswer(
    LocalizedText Name, string Kind, LocalizedText? Capacity, DateOnly SignedOn, LocalizedText? Ceremony, bool Demonstration);
