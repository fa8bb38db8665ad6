using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Commitments.OpennessProgramme.Import;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Export;

/// <summary>Empty files with what the import knows, and an example that shows how they are filled.</summary>
internal static class ProgrammeTemplates
{
    private static readonly PartField[] Described = [PartField.Title, PartField.Problem, PartField.Solutions, PartField.Funding, PartField.Lead, PartField.Partners, PartField.FollowUp, PartField.Impact];

    public static void MapProgrammeTemplates(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/workspace/openness")
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new WorkspaceAttribute(Area.Openness))
            .ExcludeFromDescription();
        files.MapGet("/template.csv", (IStringLocalizer<ProgrammeImportTexts> texts, TimeProvider time) =>
        {
            var (header, rows) = ProgrammeFiles.Table([.. Columns(PartKind.Project), .. Columns(PartKind.Step).Skip(1)], Examples(texts, time), DocumentReferences.None, Languages.Current, null);
            return Csv.Result(Name(texts, "csv"), header, rows);
        });
        files.MapGet("/template.xlsx", (IStringLocalizer<ProgrammeImportTexts> texts, TimeProvider time) => Xlsx.Result(
            Name(texts, "xlsx"),
            [
                .. Examples(texts, time).Select(part =>
                {
                    var (header, rows) = ProgrammeFiles.Table([.. Columns(part.Kind)], [part], DocumentReferences.None, Languages.Current, null);
                    return new XlsxSheet(PartHeadings.Text("Sheet" + part.Kind, Languages.Current), header, rows);
                }),
            ]));
        files.MapGet("/template.docx", (IStringLocalizer<ProgrammeImportTexts> texts, IStringLocalizer<ImportingTexts> shared, TimeProvider time, CurrentCommune commune) => Docx.Result(
            Name(texts, "docx"),
            new DocxDocument(
                texts["TemplateTitle"], commune.Value.Name.In(Languages.Current), time.TodayInMorocco(), null, Languages.Current,
                [
                    new DocxParagraph(shared["TemplatesHelp"]),
                    ProgrammeFiles.Card(Examples(texts, time)[0].Texts, PartKind.Project, DocumentReferences.None, Languages.Current, all: true),
                    ProgrammeFiles.Compact(PartKind.Step, [Examples(texts, time)[1]], DocumentReferences.None, Languages.Current),
                ])));
    }

    private static IEnumerable<PartColumn> Columns(PartKind kind) => PartColumns.Of(kind).Where(column => column.Language != Language.Amazigh.Tag && !column.Field.IsReference());

    /// <summary>A project and a step of it.</summary>
    private static List<StandingPart> Examples(IStringLocalizer texts, TimeProvider time)
    {
        var project = new PartTexts { [PartField.Number] = "1" };
        foreach (var field in Described)
        {
            project[field] = texts["Example" + field];
        }

        var step = new PartTexts
        {
            [PartField.Number] = "1",
            [PartField.StepTitle] = texts["ExampleStepTitle"],
            [PartField.StepOutput] = texts["ExampleStepOutput"],
            [PartField.StepDue] = Formats.Machine(new DateOnly(time.TodayInMorocco().Year + 1, 12, 31)),
        };
        return [new(PartKind.Project, project, project), new(PartKind.Step, step, step)];
    }

    private static string Name(IStringLocalizer texts, string extension) => $"{texts["TemplateName"]}.{extension}";
}
