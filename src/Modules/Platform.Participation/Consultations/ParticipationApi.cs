using System.ComponentModel;
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
using Platform.Ui.Sites;

namespace Platform.Participation.Consultations;

/// <summary>Processes and consultations as machines read them: what everybody sees on their pages, no more.</summary>
internal static class ParticipationApi
{
    public static IEndpointRouteBuilder MapParticipationApi(this IEndpointRouteBuilder endpoints)
    {
        Map("/api/v1/processes", ProcessesAsync, "GetProcesses", "Participatory processes: aim, rung of the ladder, what is open, who decides, stages")
            .WithDescription("Those under way come first. A field that the commune has not filled is null.");
        Map("/api/v1/consultations", ConsultationsAsync, "GetConsultations", "Consultations from their announcement on, with the exact times at which they open and close")
            .WithDescription("The one that closes last comes first. The phase is that of the moment of the answer.");
        Map("/api/v1/consultations/{slug}", ConsultationAsync, "GetConsultation", "A consultation with all that it is about, as it was announced")
            .WithDescription("Sections with their paragraphs, or cards with their fields, in the order of the document.")
            .Refuses(StatusCodes.Status404NotFound, "No consultation of this name is announced.");
        return endpoints;

        RouteHandlerBuilder Map(string path, Delegate handler, string name, string summary) => endpoints.MapGet(path, handler)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations))
            .WithName(name)
            .WithTags("Participation")
            .WithSummary(summary)
            .CacheOutput(PublicCache.Policy);
    }

    private static async Task<Ok<IReadOnlyList<ProcessAnswer>>> ProcessesAsync(ProcessReader processes, CancellationToken cancellation) => TypedResults.Ok<IReadOnlyList<ProcessAnswer>>(
    [
        .. (await processes.AllAsync(cancellation)).Select(process => new ProcessAnswer(
            process.Slug, process.Title, process.Aim, MachineWord.Of(process.Rung), process.OpenToInfluence, process.Settled, process.DecidedBy, process.Concerned, process.HowToTakePart,
            process.Team, process.PublishedAt!.Value, process.ClosedAt, process.ClosingNote,
            [.. process.Stages.Select(stage => new StageAnswer(stage.Title, stage.Text, stage.From, stage.To))], process.Demonstration)),
    ]);

    private static async Task<Ok<IReadOnlyList<ConsultationAnswer>>> ConsultationsAsync(
        HttpContext context, ConsultationReader consultations, TimeProvider time, CancellationToken cancellation)
    {
        var (all, now) = (await consultations.AllAsync(cancellation), time.UtcNow());
        context.ChangesAt(all.NextChange(now));
        return TypedResults.Ok<IReadOnlyList<ConsultationAnswer>>([.. all.Select(consultation => Answer(consultation, now))]);
    }

    private static async Task<Results<Ok<WholeConsultationAnswer>, ProblemHttpResult>> ConsultationAsync(
        [Description("Name of the consultation in addresses.")] string slug, HttpContext context, ConsultationReader consultations, IStringLocalizer<ConsultationTexts> texts, TimeProvider time, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(slug, cancellation) is not { } consultation)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["NoSuchConsultation"]);
        }

        var now = time.UtcNow();
        var counts = await consultations.CountsAsync(consultation, cancellation);
        context.ChangesAt(new[] { consultation }.NextChange(now));
        return TypedResults.Ok(new WholeConsultationAnswer(
            Answer(consultation, now), consultation.Text, consultation.TakesIdeas, consultation.TakesPriorities, consultation.VisitorsMayAnswer,
            consultation.Moderation == Moderation.Before,
            [.. consultation.Extensions.Select(extension => new ExtensionAnswer(extension.From, extension.Until, extension.Reason, extension.DecidedAt))],
            counts.All,
            [
                .. consultation.Matters.Select(matter => new MatterAnswer(
                    matter.Key, matter.ParentKey, MachineWord.Of(matter.Kind), matter.Number, matter.Field is { } field ? MachineWord.Of(field) : null, matter.Title, matter.Text, counts.Of(matter))),
            ]));
    }

    private static ConsultationAnswer Answer(Consultation consultation, DateTime now) => new(
        consultation.Slug, consultation.Title, consultation.Process!.Slug, MachineWord.Of(consultation.PhaseAt(now)), consultation.OpensAt, consultation.ClosesAt, consultation.AnswersBy,
        consultation.AnnouncedAt!.Value, consultation.Demonstration);
}

/// <summary>A participatory process.</summary>
/// <param name="Slug">Its name in addresses: <c>/processes/{slug}</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Aim">What it is for.</param>
/// <param name="Rung">Its rung on the ladder of participation: <c>information</c>, <c>consultation</c>, <c>concertation</c> or <c>co-decision</c>.</param>
/// <param name="OpenToInfluence">What those who take part can change. Markdown.</param>
/// <param name="Settled">What is settled already, and by what. Markdown.</param>
/// <param name="DecidedBy">Who decides in the end.</param>
/// <param name="Concerned">Who is concerned. Markdown.</param>
/// <param name="HowToTakePart">How and where one takes part. Markdown.</param>
/// <param name="Team">Who runs it, by office. Markdown.</param>
/// <param name="PublishedAt">When it came to be on the site, UTC.</param>
/// <param name="ClosedAt">When it was closed, UTC; null while it is under way.</param>
/// <param name="ClosingNote">What the public was told of its end. Markdown.</param>
/// <param name="Stages">Its stages, in their order.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record ProcessAnswer(
    string Slug, LocalizedText Title, LocalizedText Aim, string Rung, LocalizedText? OpenToInfluence, LocalizedText? Settled, LocalizedText DecidedBy, LocalizedText? Concerned,
    LocalizedText? HowToTakePart, LocalizedText? Team, DateTime PublishedAt, DateTime? ClosedAt, LocalizedText? ClosingNote, IReadOnlyList<StageAnswer> Stages, bool Demonstration);

/// <summary>A stage of a process.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Text">What happens in it.</param>
/// <param name="From">Its first day, where it is decided.</param>
/// <param name="To">Its last day, where it is decided.</param>
internal sealed record StageAnswer(LocalizedText Title, LocalizedText? Text, DateOnly? From, DateOnly? To);

/// <summary>A consultation.</summary>
/// <param name="Slug">Its name in addresses: <c>/consultations/{slug}</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Process">Slug of the process that it belongs to.</param>
/// <param name="Phase"><c>announced</c>, <c>open</c>, <c>answering</c> or <c>reported</c>.</param>
/// <param name="OpensAt">The instant from which on it receives remarks, UTC.</param>
/// <param name="ClosesAt">The instant from which on it receives nothing more, UTC.</param>
/// <param name="AnswersBy">The day by which every remark has an answer.</param>
/// <param name="AnnouncedAt">When it was announced, UTC.</param>
/// <param name="Demonstration">Generated to show the platform.</param>
internal sealed record ConsultationAnswer(
    string Slug, LocalizedText Title, string Process, string Phase, DateTime OpensAt, DateTime ClosesAt, DateOnly AnswersBy, DateTime AnnouncedAt, bool Demonstration);

/// <summary>A consultation with all that it is about.</summary>
/// <param name="Consultation">What lists say of it.</param>
/// <param name="Text">What is asked. Markdown.</param>
/// <param name="TakesIdeas">New ideas may be brought in.</param>
/// <param name="TakesPriorities">Its cards may be put in order of importance.</param>
/// <param name="VisitorsMayAnswer">People without an account may take part.</param>
/// <param name="ReadFirst">Remarks are shown after the team has read them.</param>
/// <param name="Extensions">How its closing was put off.</param>
/// <param name="Remarks">How many remarks everybody can read.</param>
/// <param name="Matters">What remarks can be about, in the order of the document.</param>
internal sealed record WholeConsultationAnswer(
    ConsultationAnswer Consultation, LocalizedText Text, bool TakesIdeas, bool TakesPriorities, bool VisitorsMayAnswer, bool ReadFirst, IReadOnlyList<ExtensionAnswer> Extensions,
    int Remarks, IReadOnlyList<MatterAnswer> Matters);

/// <summary>A consultation was kept open longer than announced.</summary>
/// <param name="From">When it was to close, UTC.</param>
/// <param name="Until">When it closes now, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedAt">When that was decided, UTC.</param>
internal sealed record ExtensionAnswer(DateTime From, DateTime Until, LocalizedText Reason, DateTime DecidedAt);

/// <summary>What a remark can be about.</summary>
/// <param name="Key">Unique in the consultation, and the anchor in its page.</param>
/// <param name="ParentKey">Key of the section or card that it is a part of.</param>
/// <param name="Kind"><c>section</c>, <c>paragraph</c>, <c>card</c>, <c>field</c> or <c>idea</c>.</param>
/// <param name="Number">As the document counts.</param>
/// <param name="Field">Of a field: <c>problem</c>, <c>solutions</c>, <c>funding</c>, <c>follow-up-indicators</c>, <c>impact-indicators</c> or <c>other</c>.</param>
/// <param name="Title">Of a section or card.</param>
/// <param name="Text">Of a paragraph or field; null where nothing was written there. Markdown.</param>
/// <param name="Remarks">How many remarks about it everybody can read.</param>
internal sealed record MatterAnswer(
    string Key, string? ParentKey, string Kind, string? Number, string? Field, LocalizedText? Title, LocalizedText? Text, int Remarks);
