using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Office;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Uploading a plan document, and the imports that were begun.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ImportIndexModel(
    CommuneContext db, IDocuments documents, AuditTrail audit, TimeProvider time, IStringLocalizer<ImportTexts> texts, IStringLocalizer<ImportingTexts> shared, IStringLocalizer<OfficeTexts> refusals)
    : UploadPage(db, new(texts, shared), refusals)
{
    public override string Templates => "~/workspace/action-plan/template";

    public override string Exports => "~/action-plan/export";

    protected override async Task<UnderstoodFile?> UnderstandAsync(OfficeFile file, string name, CancellationToken cancellation)
    {
        var plan = await StandingPlan.WorkedOnAsync(Db, documents, time.TodayInMorocco(), cancellation);
        var understood = PlanUnderstanding.Of(file, [.. plan.Axes.Select(axis => (axis.Number, axis.Texts[PlanField.AxisTitle]))]);
        return understood.Rows.Count == 0 ? null : ImportDraft.Of(name, file.Format, understood, Updates, Person.Actor, time.UtcNow());
    }

    protected override void RecordBegun(UnderstoodFile draft) => audit.Record("plan.import-begun", "plan-import", draft.FileName);

    protected override async Task<List<ImportLine>> LinesAsync(CancellationToken cancellation)
    {
        HasExports = await Db.Set<Plan>().AnyAsync(plan => plan.PublishedAt != null, cancellation);
        return await LinesAsync(Db.Set<ImportDraft>(), cancellation);
    }
}
