using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Decisions.RoundReports;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>The remarks of a consultation as open data, without anything that tells who a person is; and the report of the round for Word.</summary>
internal static class RemarkFiles
{
    private const int ApiPage = 100;

    public static IEndpointRouteBuilder MapRemarkFiles(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/consultations/{slug}").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations)).ExcludeFromDescription();
        files.MapGet("/remarks.csv", CsvAsync);
        files.MapGet("/report.docx", DocxAsync);
        endpoints.MapGet("/api/v1/consultations/{slug}/remarks", ListAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations))
            .WithName("GetRemarks")
            .WithTags("Consultations")
            .WithSummary("What was said in a consultation and what became of it, the oldest first")
            .WithDescription("Only remarks that are shown. Authors are named nowhere.")
            .Reads(new QueryKey("after", "Answers remarks whose number is greater: the number of the last one of the answer before.") { IsNumber = true, Least = 0, Default = 0 })
            .Refuses(StatusCodes.Status400BadRequest, "A value of the query is malformed.")
            .Refuses(StatusCodes.Status404NotFound, "The commune has no such consultation.")
            .CacheOutput(PublicCache.Policy);
        return endpoints;
    }

    /// <summary>With the report of the round, as it was made; before it is published, as the remarks are now.</summary>
    private static async Task<IResult> CsvAsync(
        string slug, RemarkReader reader, RemarkTable table, RoundReportShelf shelf, CurrentCommune commune, CancellationToken cancellation)
    {
        if (await reader.AnnouncedAsync(slug, cancellation) is not { } consultation)
        {
            return Results.NotFound();
        }

        var (name, language) = ($"{commune.Value.Slug}-{consultation.Slug}-remarks.csv", Languages.Current);
        if (consultation.ReportedAt is not null && (await shelf.StandingAsync(consultation, cancellation)).Finished is { } report)
        {
            return Csv.Result(name, (stream, stop) => shelf.WriteRemarksAsync(report, language, stream, stop));
        }

        var matters = await reader.MattersAsync(consultation.Id, cancellation);
        return Csv.Result(name, async (stream, stop) =>
        {
            await CsvFile.WriteAsync(stream, table.Header, [], stop);
            await foreach (var lines in table.PiecesAsync(consultation, matters, 0, stop))
            {
                await CsvFile.WriteRowsAsync(stream, lines.Select(table.Row), stop);
            }
        });
    }

    private static async Task<IResult> DocxAsync(string slug, RemarkReader reader, RoundReportShelf shelf, CurrentCommune commune, CancellationToken cancellation) =>
        await reader.AnnouncedAsync(slug, cancellation) is { ReportedAt: not null } consultation
        && await shelf.WordAsync(consultation, Languages.Current, cancellation) is { } kept
            ? Docx.Result($"{commune.Value.Slug}-{consultation.Slug}-report.docx", kept)
            : Results.NotFound();

    private static async Task<Results<Ok<RemarksAnswer>, ProblemHttpResult>> ListAsync(
        [Description("Name of the consultation in addresses.")] string slug, string? after, RemarkReader reader, CommuneContext db, CurrentCommune commune, IStringLocalizer<DecisionsTexts> texts, CancellationToken cancellation)
    {
        var last = 0;
        if (!string.IsNullOrEmpty(after) && (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last) || last < 0))
        {
            return TypedResults.Problem(texts["AfterWrong"], statusCode: StatusCodes.Status400BadRequest);
        }

        if (await reader.AnnouncedAsync(slug, cancellation) is not { } consultation)
        {
            return TypedResults.Problem(texts["NoConsultation"], statusCode: StatusCodes.Status404NotFound);
        }

        var matters = await reader.MattersAsync(consultation.Id, cancellation);
        var themes = await Sorter.PublicThemesAsync(db, consultation, cancellation);
        var lines = await RemarkReader.LinesAsync(RemarkTable.Shown(db, consultation.Id).Where(remark => remark.Id > last).OrderBy(remark => remark.Id).Take(ApiPage), matters, cancellation);
        return TypedResults.Ok(new RemarksAnswer(
            commune.Value.Demonstration,
            [
                .. lines.Select(line => new RemarkAnswer(
                    line.Id, MachineWord.Of(line.Kind), line.Matter?.Key, line.Matter?.Field is { } field ? MachineWord.Of(field) : null, line.Text, line.Proposed,
                    line.ReceivedAt, MachineWord.Of(line.Channel), line.Supports, Sorter.NamesOf(line, themes),
                    line is { Outcome: { } outcome, AnsweredAt: not null } ? new AnswerOfRemark(MachineWord.Of(outcome), line.Reason!, line.AnsweredAt.Value) : null)),
            ],
            lines.Count == ApiPage ? lines[^1].Id : null));
    }
}

/// <summary>Remarks of a consultation.</summary>
/// <param name="Demonstration">The commune's data was generated to show the platform.</param>
/// <param name="Remarks">At most a hundred, the oldest first.</param>
/// <param name="Next">What to give as <c>after</c> for those that follow; none where there are none.</param>
internal sealed record RemarksAnswer(bool Demonstration, IReadOnlyList<RemarkAnswer> Remarks, int? Next);

/// <summary>A remark, in the words in which it was made.</summary>
/// <param name="Number">Its number, and its place in the address of its page.</param>
/// <param name="Kind"><c>note</c>, <c>support</c>, <c>objection</c>, <c>amendment</c>, <c>question</c> or <c>idea</c>.</param>
/// <param name="About">Key of the section, paragraph, card or field; none for the whole.</param>
/// <param name="Field">Of a card: <c>problem</c>, <c>solutions</c>, <c>funding</c>, <c>follow-up-indicators</c>, <c>impact-indicators</c> or <c>other</c>.</param>
/// <param name="Text">What was said.</param>
/// <param name="Proposed">The wording that an amendment proposes.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="Channel"><c>online</c> or <c>paper</c>.</param>
/// <param name="Supports">How many others support it.</param>
/// <param name="Themes">What the team found that it is about; empty until the report of the round.</param>
/// <param name="Answer">What was decided; none while it has no answer.</param>
internal sealed record RemarkAnswer(
    int Number, string Kind, string? About, string? Field, string? Text, string? Proposed, DateTime ReceivedAt, string Channel, int Supports,
    IReadOnlyList<LocalizedText> Themes, AnswerOfRemark? Answer);

/// <summary>The commune's answer to a remark.</summary>
/// <param name="Outcome"><c>taken-up</c>, <c>taken-up-in-part</c>, <c>not-taken-up</c>, <c>already-there</c> or <c>outside-powers</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
internal sealed record AnswerOfRemark(string Outcome, LocalizedText Reason, DateTime PublishedAt);
