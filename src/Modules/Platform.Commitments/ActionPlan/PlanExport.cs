using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.ActionPlan.Export;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// The plan as files, in the language of the address and with every language that it is written in: what the import reads back without loss. In Excel and Word also
/// the history.
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
        CommuneContext db, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var plan = await StandingPlan.PublishedAsync(db, time.TodayInMorocco(), cancellation);
        if (plan.Axes.Count == 0)
        {
            return Results.NotFound();
        }

        var (header, rows) = PlanFiles.Whole(plan, Languages.Current, commune.Value.Demonstration);
        return Csv.Result(FileName(commune, texts, "csv"), header, rows);
    }

    private static async Task<IResult> XlsxAsync(
        CommuneContext db, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var plan = await StandingPlan.PublishedAsync(db, time.TodayInMorocco(), cancellation);
        if (plan.Axes.Count == 0)
        {
            return Results.NotFound();
        }

        var (axesHeader, axes) = PlanFiles.Axes(plan, Languages.Current);
        var (header, activities) = PlanFiles.Activities(plan, Languages.Current, commune.Value.Demonstration);
        return Xlsx.Result(
            FileName(commune, texts, "xlsx"),
            new XlsxSheet(texts["Axes"], axesHeader, axes),
            new XlsxSheet(texts["Activities"], header, activities),
            new XlsxSheet(texts["History"], HistoryHeader(texts), await HistoryAsync(db, plan, commune, texts, cancellation)));
    }

    private static async Task<IResult> DocxAsync(
        CommuneContext db, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, IStringLocalizer<CommonTexts> common,
        CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var plan = await StandingPlan.PublishedAsync(db, today, cancellation);
        if (plan.Axes.Count == 0)
        {
            return Results.NotFound();
        }

        var language = Languages.Current;
        var blocks = PlanFiles.Document(plan, texts, language, today).ToList();
        var history = await HistoryAsync(db, plan, commune, texts, cancellation);
        if (history.Count > 0)
        {
            blocks.Add(new DocxHeading(texts["History"], 1));
            blocks.Add(new DocxTable(HistoryHeader(texts), history, [2, 8, 4, 3, 2, 6, 4, 4, 5, 3]));
        }

        return Docx.Result(FileName(commune, texts, "docx"), new DocxDocument(
            plan.Plan!.Title.In(language),
            commune.Value.Name.In(language),
            today,
            commune.Value.Demonstration ? common["DemonstrationText"].Value : null,
            language,
            blocks));
    }

    private static string FileName(CurrentCommune commune, IStringLocalizer texts, string extension) =>
        $"{commune.Value.Slug}-{texts["FileName"]}.{extension}";

    private static IReadOnlyList<string> HistoryHeader(IStringLocalizer texts) =>
    [
        texts["Reference"], texts["Activity"], texts["EffectiveOn"], texts["Status"], texts["ProgressPercent"], texts["Note"], texts["SaidByColumn"],
        texts["EvidenceColumn"], texts["RecordedAtColumn"], texts["DemonstrationColumn"],
    ];

    private static async Task<IReadOnlyList<IReadOnlyList<object?>>> HistoryAsync(
        CommuneContext db, StandingPlan plan, CurrentCommune commune, IStringLocalizer texts, CancellationToken cancellation)
    {
        var language = Languages.Current;
        var activities = plan.Activities.ToDictionary(activity => activity.Id);
        var history = await db.Set<ProgressEntry>().AsNoTracking().OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Id).ToListAsync(cancellation);
        return
        [
            .. from entry in history
            let activity = activities.GetValueOrDefault(entry.ActivityId)
            where activity is not null
            select (IReadOnlyList<object?>)new object?[]
            {
                activity.Reference,
                activity.Texts.Localized(PlanField.Title)!.In(language),
                entry.EffectiveOn,
                texts["Status" + entry.Status].Value,
                entry.Percent,
                entry.Note?.In(language),
                entry.SaidBy?.In(language),
                entry.Evidence?.In(language),
                entry.RecordedAt,
                texts[entry.Demonstration || commune.Value.Demonstration ? "Yes" : "No"].Value,
            },
        ];
    }
}
