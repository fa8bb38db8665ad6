using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Platform.Documents.Blobs;
using Platform.Documents.Desk;
using Platform.Documents.Library;
using Platform.Documents.Pictures;
using Platform.Documents.Reception;
using Platform.Documents.Upkeep;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Jobs;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Documents;

/// <summary>Documents of a commune and the files they are made of, for citizens to fetch and for other rooms to refer to.</summary>
public static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>()
            .BindConfiguration(FilesOptions.Section)
            .PostConfigure<IConfiguration, IHostEnvironment>((files, configuration, host) => files.Folder = files.Folder is { Length: > 0 } folder
                ? Path.GetFullPath(folder, host.ContentRootPath)
                : Path.Combine(Path.GetFullPath(configuration["Data:Folder"] ?? "data", host.ContentRootPath), "files"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<IOptions<FilesOptions>>().Value switch
        {
            { Store: FileStore.Azure } options => new AzureBlobs(options.Azure),
            var options => new FolderBlobs(options.Folder),
        });
        services.AddScoped<CommuneBlobs>();
        services.AddScoped<FileInspection>();
        services.AddScoped<Uploads>();
        services.AddScoped<ILogos, Logos>();
        services.AddScoped<DocumentReader>();
        services.AddScoped<DocumentKeeper>();
        services.AddScoped<IDocuments>(provider => provider.GetRequiredService<DocumentKeeper>());
        services.AddScoped<IMeasureSource, DocumentsMeasures>();
        services.AddScoped<IChangeSource, DocumentsPublishing>();
        services.AddKeyedScoped<ISitemapSource, DocumentsPublishing>(SiteKind.Commune);
        services.AddKeyedScoped<ICommuneJob, FileUpkeep>(FileUpkeep.JobName);
        services.AddSingleton(FileUpkeep.Schedule);
        services.AddScoped<IWorkSource, DocumentWork>();
        services.AddWorkspaceEntry<DeskTexts>(500, "/workspace/documents", "Documents", Area.Documents);
        return services.AddNavigation<LibraryTexts>(500, SiteKind.Commune, "/documents", "Navigation", Feature.Documents);
    }

    public static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFileDownload();
        endpoints.MapDocumentsApi();
        endpoints.MapDocumentsExport();
        return endpoints;
    }
}
