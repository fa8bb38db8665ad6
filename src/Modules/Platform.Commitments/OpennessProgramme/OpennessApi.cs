using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary><c>GET /api/v1/openness-programme</c>: the programme, whole.</summary>
internal static class OpennessApi
{
    public static IEndpointRouteBuilder MapOpenness(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/openness-programme", GetAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune))
            .WithName("GetOpennessProgramme")
            .WithTags("Openness programme")
            .WithSummary("The openness programme: goals, principles, priority axes, projects, milestones, method, committee, figures, networks")
            .WithDescription("404 where the commune has no openness programme. A field that the documents do not give is null.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Results<Ok<ProgrammeAnswer>, ProblemHttpResult>> GetAsync(
        OpennessReader programmes, IStringLocalizer<OpennessTexts> texts, CancellationToken cancellation)
    {
        if (await programmes.WholeAsync(cancellation) is not { } programme)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["NoProgrammeTitle"]);
        }

        return TypedResults.Ok(new ProgrammeAnswer(
            programme.Title, programme.AdoptedOn, programme.Source,
            [.. Of(StatementKind.Goal).Select(goal => new GoalAnswer(goal.Title, goal.Text))],
            [.. Of(StatementKind.Principle).Select(principle => principle.Title)],
            [.. Of(StatementKind.PriorityAxis).Select(axis => new TitledAnswer(axis.Title))],
            [.. programme.Projects.Select(project => new ProjectAnswer(
                project.Number, project.Title, project.CardTitle, project.CardNumber, project.Problem, project.Solutions, project.Funding,
                Indicators(project, ProjectIndicatorKind.FollowUp), Indicators(project, ProjectIndicatorKind.Impact), project.Source))],
            [.. programme.Milestones.Select(milestone => new MilestoneAnswer(
                milestone.From, milestone.To, Word(milestone.Precision), milestone.Title, milestone.Place, milestone.Kept, milestone.Demonstration,
                milestone.Source))],
            [.. Of(StatementKind.Step).Select(step => new StepAnswer(step.Position, step.Title))],
            new CommitteeAnswer(
                programme.DecisionOn is null && programme.DecisionText is null
                    ? null
                    : new DecisionAnswer(programme.DecisionOn, programme.DecisionNumber, programme.DecisionText),
                [.. programme.Members.Select(member => new MemberAnswer(member.Name, Word(member.Group), member.Function, member.Role))],
                programme.CommitteeSource),
            [.. programme.Figures.Select(figure => new FigureAnswer(figure.Key, figure.Label, figure.Value, figure.Event, figure.On, figure.Source))],
            [.. Of(StatementKind.WorkFile).Select(paper => paper.Title)],
            [.. Of(StatementKind.NextStep).Select(step => step.Title)],
            [.. (await programmes.NetworksAsync(cancellation)).Select(network => new NetworkAnswer(network.Name, network.Charter, network.Source))]));

        IEnumerable<Statement> Of(StatementKind kind) => programme.Statements.Where(statement => statement.Kind == kind);
    }

    private static IReadOnlyList<LocalizedText> Indicators(Project project, ProjectIndicatorKind kind) =>
        [.. project.Indicators.Where(indicator => indicator.Kind == kind).Select(indicator => indicator.Text)];

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <param name="AdoptedOn">None while the adoption is only announced.</param>
internal sealed record ProgrammeAnswer(
    LocalizedText Title,
    DateOnly? AdoptedOn,
    SeedSource? Source,
    IReadOnlyList<GoalAnswer> Goals,
    IReadOnlyList<LocalizedText> Principles,
    IReadOnlyList<TitledAnswer> PriorityAxes,
    IReadOnlyList<ProjectAnswer> Projects,
    IReadOnlyList<MilestoneAnswer> Milestones,
    IReadOnlyList<StepAnswer> Method,
    CommitteeAnswer Committee,
    IReadOnlyList<FigureAnswer> Figures,
    IReadOnlyList<LocalizedText> WorkFile,
    IReadOnlyList<LocalizedText> NextSteps,
    IReadOnlyList<NetworkAnswer> Networks);

internal sealed record GoalAnswer(LocalizedText Title, LocalizedText? Text);

internal sealed record TitledAnswer(LocalizedText Title);

/// <param name="Number">In the national list.</param>
internal sealed record ProjectAnswer(
    int Number,
    LocalizedText Title,
    LocalizedText? CardTitle,
    int? CardNumber,
    LocalizedText? Problem,
    LocalizedText? Solutions,
    LocalizedText? Funding,
    IReadOnlyList<LocalizedText> FollowUpIndicators,
    IReadOnlyList<LocalizedText> ImpactIndicators,
    SeedSource? Source);

/// <param name="Precision"><c>day</c>, or <c>month</c> where only the month is known.</param>
/// <param name="Kept">Whether it took place; none while nobody has said.</param>
internal sealed record MilestoneAnswer(
    DateOnly From, DateOnly? To, string Precision, LocalizedText Title, LocalizedText? Place, bool? Kept, bool Demonstration, SeedSource? Source);

internal sealed record StepAnswer(int Step, LocalizedText Title);

internal sealed record CommitteeAnswer(DecisionAnswer? Decision, IReadOnlyList<MemberAnswer> Members, SeedSource? Source);

internal sealed record DecisionAnswer(DateOnly? On, string? Number, LocalizedText? Text);

internal sealed record MemberAnswer(string Name, string Group, LocalizedText? Function, LocalizedText? Role);

internal sealed record FigureAnswer(string Key, LocalizedText Label, int Value, LocalizedText? Event, DateOnly? On, SeedSource? Source);

internal sealed record NetworkAnswer(LocalizedText Name, LocalizedText? Charter, SeedSource? Source);
