using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Export;

/// <summary>Empty files with the columns that the import knows, and a row that shows how they are filled.</summary>
internal static class PlanTemplates
{
    private static readonly PlanColumn[] Columns =
    [
        new(PlanField.Axis), new(PlanField.AxisTitle), new(PlanField.Number), new(PlanField.Title), new(PlanField.Title, Language.French.Tag),
        new(PlanField.Priority), new(PlanField.Origin), new(PlanField.Status), new(PlanField.Percent), new(PlanField.Start), new(PlanField.End),
        new(PlanField.Responsible), new(PlanField.Partners), new(PlanField.Budget), new(PlanField.BudgetSource), new(PlanField.Indicators),
    ];

    public static void MapPlanTemplates(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/workspace/action-plan")
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new WorkspaceAttribute(Area.ActionPlan))
            .ExcludeFromDescription();
        files.MapGet("/template.csv", (IStringLocalizer<ImportTexts> texts, TimeProvider time) =>
        {
            var table = Table(texts, time);
            return Csv.Result(Name(texts, "csv"), table.Header, table.Rows);
        });
        files.MapGet("/template.xlsx", (IStringLocalizer<ImportTexts> texts, TimeProvider time) =>
        {
            var table = Table(texts, time);
            return Xlsx.Result(Name(texts, "xlsx"), new XlsxSheet(texts["TemplateTitle"], table.Header, table.Rows));
        });
        files.MapGet("/template.docx", (IStringLocalizer<ImportTexts> texts, IStringLocalizer<ImportingTexts> shared, TimeProvider time, CurrentCommune commune) => Docx.Result(
            Name(texts, "docx"),
            new DocxDocument(
                texts["TemplateTitle"], commune.Value.Name.In(Languages.Current), time.TodayInMorocco(), null, Languages.Current,
                [new DocxParagraph(shared["TemplatesHelp"]), PlanFiles.Compact(Columns, [Example(texts, time), .. Enumerable.Repeat(new PlanTexts(), 12)], DocumentReferences.None, Languages.Current)])));
    }

    private static PlanTable Table(IStringLocalizer texts, TimeProvider time) => PlanFiles.Table(Columns, [Example(texts, time)], DocumentReferences.None, Languages.Current, null);

    private static PlanTexts Example(IStringLocalizer texts, TimeProvider time)
    {
        var year = time.TodayInMorocco().Year + 1;
        return new PlanTexts
        {
            [PlanField.Axis] = "1",
            [PlanField.AxisTitle] = texts["ExampleAxis"],
            [PlanField.Number] = "1",
            [PlanField.Title] = texts["Example"] + texts["ExampleActivity"],
            [PlanField.Priority] = "1",
            [PlanField.Origin] = MachineWord.Of(ActivityOrigin.Commune),
            [PlanField.Status] = MachineWord.Of(ActivityStatus.Planned),
            [PlanField.Percent] = "0",
            [PlanField.Start] = Formats.Machine(new DateOnly(year, 1, 1)),
            [PlanField.End] = Formats.Machine(new DateOnly(year, 12, 31)),
            [PlanField.Responsible] = texts["ExampleResponsible"],
            [PlanField.Budget] = "50000",
            [PlanField.Indicators] = texts["ExampleIndicators"],
        };
    }

    private static string Name(IStringLocalizer texts, string extension) => $"{texts["TemplateName"]}.{extension}";
}
