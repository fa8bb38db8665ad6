using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Commitments.OpennessProgramme.Export;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The openness programme, whole, as files, with every language that it is written in: all of which the import reads back without loss.</summary>
internal static class OpennessExport
{
    public static void MapOpennessExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/openness").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Openness)).ExcludeFromDescription();
        foreach (var format in OutlineFiles.Formats)
        {
            files.MapGet("/export." + format, async (
                OpennessReader reader, IDocuments documents, OutlineFiles outline, CurrentCommune commune, IStringLocalizer<OpennessTexts> texts, IStringLocalizer<DownloadTexts> names,
                CancellationToken cancellation) =>
                await reader.WholeAsync(cancellation) is { } programme
                    ? (IResult)Answer(
                        format, await documents.StandingAsync(programme, await reader.NetworksAsync(cancellation), unpublished: false, cancellation), outline, commune.Value, texts, $"{commune.Value.Slug}-{names["OpennessName"].Value}.{format}")
                    : Results.NotFound());
        }
    }

    private static FileAnswer Answer(string format, StandingProgramme programme, OutlineFiles outline, Commune commune, IStringLocalizer texts, string file)
    {
        var language = Languages.Current;
        var documents = new DocumentReferences(commune.Address, programme.Titles);
        switch (format)
        {
            case OutlineFiles.Csv:
                var (header, rows) = ProgrammeFiles.Whole(programme, documents, language, commune.Demonstration);
                return Csv.Result(file, header, rows);
            case OutlineFiles.Xlsx:
                return Xlsx.Result(file, [.. ProgrammeFiles.Sheets(programme, documents, language, commune.Demonstration)]);
            default:
                return outline.Document(file, programme.Programme!.Title.In(language), ProgrammeFiles.Document(programme, documents, texts, language));
        }
    }
}
