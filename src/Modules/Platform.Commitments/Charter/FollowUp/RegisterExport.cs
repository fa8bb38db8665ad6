using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary><c>/charter/registers.xlsx</c>: every register of the charter, a sheet each; <c>/charter/registers.docx</c>: all to read and print; <c>/charter/registers/uses.csv</c>: one of them.</summary>
internal static class RegisterExport
{
    public static void MapRegisterExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/charter").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Charter)).ExcludeFromDescription();
        files.MapGet("/registers.xlsx", (RegisterFiles registers, CancellationToken cancellation) => registers.XlsxAsync(cancellation));
        files.MapGet("/registers.docx", (RegisterFiles registers, CancellationToken cancellation) => registers.DocxAsync(cancellation));
        foreach (var key in RegisterFiles.Keys)
        {
            files.MapGet($"/registers/{key}.csv", (RegisterFiles registers, CancellationToken cancellation) => registers.CsvAsync(key, cancellation));
        }
    }
}
