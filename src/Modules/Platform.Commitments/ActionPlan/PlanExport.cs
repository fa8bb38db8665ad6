using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>The plan as a file, in the language of the address: a row per activity, and in Excel a second sheet with the history.</summary>
internal static class PlanExport
{
    public static void MapPlanExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/action-plan").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.ActionPlan)).ExcludeFromDescription();
        files.MapGet("/export.csv", CsvAsync);
        files.MapGet("/export.xlsx", XlsxAsync);
    }

    private static async Task<IResult> CsvAsync(
        CommuneContext db, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var axes = await db.ReadAxesAsync(time.TodayInMorocco(), cancellation);
        return axes.Count == 0
            ? Results.NotFound()
            : Csv.Result(FileName(commune, texts, "csv"), Header(texts), Rows(axes, commune, texts));
    }

    private static async Task<IResult> XlsxAsync(
        CommuneContext db, TimeProvider time, CurrentCommune commune, IStringLocalizer<ActionPlanTexts> texts, CancellationToken cancellation)
    {
        var axes = await db.ReadAxesAsync(time.TodayInMorocco(), cancellation);
        if (axes.Count == 0)
        {
            return Results.NotFound();
        }

        var activities = axes.SelectMany(axis => axis.Activities).ToDictionary(activity => activity.Id);
        var history = await db.Set<ProgressEntry>().AsNoTracking().OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Id).ToListAsync(cancellation);
        return Xlsx.Result(
            FileName(commune, texts, "xlsx"),
            new XlsxSheet(texts["Activities"], Header(texts), Rows(axes, commune, texts)),
            new XlsxSheet(texts["History"], HistoryHeader(texts), HistoryRows(history, activities, commune, texts)));
    }

    private static string FileName(CurrentCommune commune, IStringLocalizer texts, string extension) =>
        $"{commune.Value.Slug}-{texts["FileName"]}.{extension}";

    private static IReadOnlyList<string> Header(IStringLocalizer texts) =>
    [
        texts["Axis"], texts["AxisTitle"], texts["Reference"], texts["Activity"], texts["Priority"], texts["Origin"], texts["Status"], texts["StatusLate"],
        texts["ProgressPercent"], texts["PlannedStart"], texts["PlannedEnd"], texts["Responsible"], texts["MissingColumn"], texts["DemonstrationColumn"],
    ];

    private static IEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<PlanAxis> axes, CurrentCommune commune, IStringLocalizer texts)
    {
        var language = Languages.Current;
        return
            from axis in axes
            from activity in axis.Activities
            select new object?[]
            {
                axis.Number,
                axis.Title.In(language),
                activity.Reference,
                activity.Title.In(language),
                activity.Priority,
                texts["Origin" + activity.Origin].Value,
                texts["Status" + activity.Status].Value,
                YesOrNo(activity.IsLate, texts),
                activity.Standing.Counts ? activity.Percent : null,
                activity.PlannedStart,
                activity.PlannedEnd,
                activity.Responsible?.In(language),
                activity.Missing?.In(language),
                YesOrNo(commune.Value.Demonstration, texts),
            };
    }

    private static IReadOnlyList<string> HistoryHeader(IStringLocalizer texts) =>
    [
        texts["Reference"], texts["Activity"], texts["EffectiveOn"], texts["Status"], texts["ProgressPercent"], texts["Note"], texts["SaidByColumn"],
        texts["EvidenceColumn"], texts["RecordedAtColumn"], texts["DemonstrationColumn"],
    ];

    private static IEnumerable<IReadOnlyList<object?>> HistoryRows(
        IEnumerable<ProgressEntry> history, Dictionary<int, PlanActivity> activities, CurrentCommune commune, IStringLocalizer texts)
    {
        var language = Languages.Current;
        return
            from entry in history
            let activity = activities.GetValueOrDefault(entry.ActivityId)
            where activity is not null
            select new object?[]
            {
                activity.Reference,
                activity.Title.In(language),
                entry.EffectiveOn,
                texts["Status" + entry.Status].Value,
                entry.Percent,
                entry.Note?.In(language),
                entry.SaidBy?.In(language),
                entry.Evidence?.In(language),
                entry.RecordedAt,
                YesOrNo(entry.Demonstration || commune.Value.Demonstration, texts),
            };
    }

    private static string YesOrNo(bool truth, IStringLocalizer texts) => texts[truth ? "Yes" : "No"];
}
