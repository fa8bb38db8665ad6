using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.ActionPlan.Export;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// The plan as files, in the language of the address and with every language that it is written in: the plan's own texts, axes,
/// activities and the history of their progress, all of which the import reads back without loss.
/// </summary>
internal static class PlanExport
{
    public static void MapPlanExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/action-plan").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.ActionPlan)).ExcludeFromDescription();
        files.MapGet("/export.csv", CsvAsync);
        files.MapGet("/export.xlsx", XlsxAsync);
        files.MapGet("/export.docx", DocxAsync);
    }

    private static async Task<IResult> CsvAsync(
        CommuneContext db, IDocuments documents, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var plan = await StandingPlan.PublishedAsync(db, documents, time.TodayInMorocco(), cancellation);
        if (plan.Axes.Count == 0)
        {
            return Results.NotFound();
        }

        var (header, rows) = PlanFiles.Whole(plan, References(plan, commune), Languages.Current, commune.Value.Demonstration);
        return Csv.Result(FileName(commune, texts, "csv"), header, rows);
    }

    private static async Task<IResult> XlsxAsync(
        CommuneContext db, IDocuments documents, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var plan = await StandingPlan.PublishedAsync(db, documents, time.TodayInMorocco(), cancellation);
        if (plan.Axes.Count == 0)
        {
            return Results.NotFound();
        }

        return Xlsx.Result(FileName(commune, texts, "xlsx"), [.. PlanFiles.Sheets(plan, References(plan, commune), texts, Languages.Current, commune.Value.Demonstration)]);
    }

    private static async Task<IResult> DocxAsync(
        CommuneContext db, IDocuments documents, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, IStringLocalizer<CommonTexts> common,
        CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var plan = await StandingPlan.PublishedAsync(db, documents, today, cancellation);
        if (plan.Axes.Count == 0)
        {
            return Results.NotFound();
        }

        var language = Languages.Current;
        return Docx.Result(FileName(commune, texts, "docx"), new DocxDocument(
            plan.Plan!.Title.In(language),
            commune.Value.Name.In(language),
            today,
            commune.Value.Demonstration ? common["DemonstrationText"].Value : null,
            language,
            [.. PlanFiles.Document(plan, References(plan, commune), texts, language, today, commune.Value.Demonstration)]));
    }

    private static DocumentReferences References(StandingPlan plan, CurrentCommune commune) => new(commune.Value.Address, plan.Titles);

    private static string FileName(CurrentCommune commune, IStringLocalizer texts, string extension) =>
        $"{commune.Value.Slug}-{texts["FileName"]}.{extension}";
}
