using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary><c>GET /api/v1/openness-programme</c>: the programme, whole.</summary>
internal static class OpennessApi
{
    public static IEndpointRouteBuilder MapOpenness(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/openness-programme", GetAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Openness))
            .WithName("GetOpennessProgramme")
            .WithTags("Openness programme")
            .WithSummary("The openness programme: goals, principles, priority axes, projects, milestones, method, committee, figures, networks")
            .WithDescription("A field that the documents do not give is null.")
            .Refuses(StatusCodes.Status404NotFound, "The commune has no openness programme.")
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    private static async Task<Results<Ok<ProgrammeAnswer>, ProblemHttpResult>> GetAsync(
        OpennessReader programmes, TimeProvider time, IStringLocalizer<OpennessTexts> texts, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        if (await programmes.WholeAsync(cancellation) is not { } programme)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["NoProgrammeTitle"]);
        }

        return TypedResults.Ok(new ProgrammeAnswer(
            programme.Title, programme.AdoptedOn, programme.Source,
            [.. Of(StatementKind.Goal).Select(goal => new GoalAnswer(goal.Title, goal.Text, goal.Source))],
            [.. Of(StatementKind.Principle).Select(principle => principle.Title)],
            [.. Of(StatementKind.PriorityAxis).Select(axis => new TitledAnswer(axis.Title, axis.Source))],
            [.. programme.Projects.Select(project => new ProjectAnswer(
                project.Number, project.Title, project.CardTitle, project.CardNumber, project.Problem, project.Solutions, project.Funding,
                Indicators(project, ProjectIndicatorKind.FollowUp), Indicators(project, ProjectIndicatorKind.Impact), project.Source, project.Lead, project.Partners,
                [.. project.Milestones.Select(step => new ProjectMilestoneAnswer(step.Title, step.Output, step.DueOn, step.DoneOn))],
                project.CompletionOn(today) is { } said ? new CompletionAnswer(MachineWord.Of(said.Completion), said.EffectiveOn, said.Note, said.SaidBy) : null))],
            [.. programme.Milestones.Select(milestone => new MilestoneAnswer(
                milestone.From, milestone.To, MachineWord.Of(milestone.Precision), milestone.Title, milestone.Place, milestone.Kept, milestone.Demonstration,
                milestone.Source))],
            [.. Of(StatementKind.Step).Select(step => new StepAnswer(step.Position, step.Title, step.Source))],
            new CommitteeAnswer(
                programme.DecisionOn is null && programme.DecisionText is null
                    ? null
                    : new DecisionAnswer(programme.DecisionOn, programme.DecisionNumber, programme.DecisionText),
                [.. programme.Members.Select(member => new MemberAnswer(member.Name, MachineWord.Of(member.Group), member.Function, member.Role))],
                programme.CommitteeSource),
            [.. programme.Figures.Select(figure => new FigureAnswer(figure.Key, figure.Label, figure.Value, figure.Event, figure.On, figure.Source))],
            [.. Of(StatementKind.WorkFile).Select(paper => paper.Title)],
            [.. Of(StatementKind.NextStep).Select(step => step.Title)],
            [.. (await programmes.NetworksAsync(cancellation)).Select(network => new NetworkAnswer(network.Name, network.Charter, network.JoinedOn, network.Link, network.Source))],
            programme.Session, programme.Deliberation, programme.RunsFrom, programme.RunsTo));

        IEnumerable<Statement> Of(StatementKind kind) => programme.Statements.Where(statement => statement.Kind == kind);
    }

    private static IReadOnlyList<LocalizedText> Indicators(Project project, ProjectIndicatorKind kind) =>
        [.. project.Indicators.Where(indicator => indicator.Kind == kind).Select(indicator => indicator.Text)];
}

/// <summary>The openness programme, whole.</summary>
/// <param name="Title">Title of the programme.</param>
/// <param name="AdoptedOn">None while the adoption is only announced.</param>
/// <param name="Source">The document and section that it is taken from.</param>
/// <param name="Goals">Goals of the programme.</param>
/// <param name="Principles">Principles that it follows.</param>
/// <param name="PriorityAxes">Priority axes.</param>
/// <param name="Projects">Projects in the order of the programme.</param>
/// <param name="Milestones">Steps on its way, from the first.</param>
/// <param name="Method">Steps of the method.</param>
/// <param name="Committee">The committee that steers it.</param>
/// <param name="Figures">Numbers that the documents give of events.</param>
/// <param name="WorkFile">Papers of the committee's work file.</param>
/// <param name="NextSteps">What comes next.</param>
/// <param name="Networks">Networks that the commune belongs to.</param>
/// <param name="Session">The session of the council that adopted it.</param>
/// <param name="Deliberation">Number of the council's decision that adopted it.</param>
/// <param name="RunsFrom">First day of the years that it is for.</param>
/// <param name="RunsTo">Last day of the years that it is for.</param>
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
    IReadOnlyList<NetworkAnswer> Networks,
    LocalizedText? Session,
    string? Deliberation,
    DateOnly? RunsFrom,
    DateOnly? RunsTo);

/// <summary>A goal of the programme.</summary>
/// <param name="Title">Title of the goal.</param>
/// <param name="Text">The document's own words.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record GoalAnswer(LocalizedText Title, LocalizedText? Text, SeedSource? Source);

/// <summary>A priority axis.</summary>
/// <param name="Title">Title of the axis.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record TitledAnswer(LocalizedText Title, SeedSource? Source);

/// <summary>A project and its card.</summary>
/// <param name="Number">In the national list.</param>
/// <param name="Title">Title in the national list.</param>
/// <param name="CardTitle">Title on its card, where the commune words it otherwise.</param>
/// <param name="CardNumber">Number on its card.</param>
/// <param name="Problem">The problem that it answers.</param>
/// <param name="Solutions">What it proposes.</param>
/// <param name="Funding">Who pays for it.</param>
/// <param name="FollowUpIndicators">Indicators of follow-up.</param>
/// <param name="ImpactIndicators">Indicators of impact.</param>
/// <param name="Source">The document and section that it is taken from.</param>
/// <param name="Lead">The service, committee or person in office that leads it.</param>
/// <param name="Partners">Who takes part in it.</param>
/// <param name="Milestones">Its steps, in order.</param>
/// <param name="Completion">How far it is, as it was said last; none where nobody has said.</param>
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
    SeedSource? Source,
    LocalizedText? Lead,
    LocalizedText? Partners,
    IReadOnlyList<ProjectMilestoneAnswer> Milestones,
    CompletionAnswer? Completion);

/// <summary>A step of a project.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Output">What can be seen when it is done.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DoneOn">The day that it was done; none while it is not.</param>
internal sealed record ProjectMilestoneAnswer(LocalizedText Title, LocalizedText? Output, DateOnly? DueOn, DateOnly? DoneOn);

/// <summary>How far a project is, on the scale of the independent reporting mechanism of the Open Government Partnership.</summary>
/// <param name="Level"><c>no-evidence</c>, <c>not-started</c>, <c>limited</c>, <c>substantial</c> or <c>complete</c>.</param>
/// <param name="Since">The day from which it is so.</param>
/// <param name="Note">What was said with it.</param>
/// <param name="SaidBy">Who says so.</param>
internal sealed record CompletionAnswer(string Level, DateOnly Since, LocalizedText? Note, LocalizedText? SaidBy);

/// <summary>A step on the way of the programme.</summary>
/// <param name="From">First day, or the first of the month.</param>
/// <param name="To">Last day, where it lasts several.</param>
/// <param name="Precision"><c>day</c>, or <c>month</c> where only the month is known.</param>
/// <param name="Title">What is to happen.</param>
/// <param name="Place">Where.</param>
/// <param name="Kept">Whether it took place; none while nobody has said.</param>
/// <param name="Demonstration">Whether it took place was generated to show the platform.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record MilestoneAnswer(
    DateOnly From, DateOnly? To, string Precision, LocalizedText Title, LocalizedText? Place, bool? Kept, bool Demonstration, SeedSource? Source);

/// <summary>A step of the method.</summary>
/// <param name="Step">From 1.</param>
/// <param name="Title">What is done.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record StepAnswer(int Step, LocalizedText Title, SeedSource? Source);

/// <summary>The committee that steers the programme.</summary>
/// <param name="Decision">The decision that set it up.</param>
/// <param name="Members">Its members in the order of the decision.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record CommitteeAnswer(DecisionAnswer? Decision, IReadOnlyList<MemberAnswer> Members, SeedSource? Source);

/// <summary>A decision of the president of the commune.</summary>
/// <param name="On">The day of the decision.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">What it decided.</param>
internal sealed record DecisionAnswer(DateOnly? On, string? Number, LocalizedText? Text);

/// <summary>A member of the committee.</summary>
/// <param name="Name">As the published decision names the member.</param>
/// <param name="Group"><c>chair</c>, <c>elected</c>, <c>consultative-body</c>, <c>staff</c>, <c>focal-point</c> or another group of the decision.</param>
/// <param name="Function">What the member is.</param>
/// <param name="Role">What the member does in the committee.</param>
internal sealed record MemberAnswer(string Name, string Group, LocalizedText? Function, LocalizedText? Role);

/// <summary>A number that the documents give.</summary>
/// <param name="Key">Stable name of the figure.</param>
/// <param name="Label">What was counted.</param>
/// <param name="Value">A count of what the label names.</param>
/// <param name="Event">The event that was counted.</param>
/// <param name="On">The day of the event.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record FigureAnswer(string Key, LocalizedText Label, int Value, LocalizedText? Event, DateOnly? On, SeedSource? Source);

/// <summary>A network that the commune belongs to.</summary>
/// <param name="Name">Name of the network.</param>
/// <param name="Charter">The charter that binds its members.</param>
/// <param name="JoinedOn">The day on which the commune joined.</param>
/// <param name="Link">The network's own page.</param>
/// <param name="Source">The document and section that it is taken from.</param>
internal sealed record NetworkAnswer(LocalizedText Name, LocalizedText? Charter, DateOnly? JoinedOn, string? Link, SeedSource? Source);
