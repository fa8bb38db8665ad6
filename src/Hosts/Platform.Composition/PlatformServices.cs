using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Platform.Composition.ApiDocuments;
using Platform.Composition.Engines;
using Platform.Composition.Jobs;
using Platform.Composition.Mailing;
using Platform.Composition.Modules;
using Platform.Composition.Operations;
using Platform.Composition.ReadyAnswers;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Data.Seeding;
using Platform.Tenancy;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.Resolution;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Composition;

public static class PlatformServices
{
    /// <summary>Everything that the product is made of, for the web site, the operator's commands and the tests alike.</summary>
    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);

        // What the rooms bring to browsers is found in every environment when the product runs from its build; a published one carries it.
        builder.WebHost.UseStaticWebAssets();
        Logs.AddTo(builder);
        Telemetry.AddTo(builder);

        services.AddSingleton(TimeProvider.System);
        var urls = configuration[WebHostDefaults.ServerUrlsKey] ?? configuration["DefaultUrls"] ?? "";
        builder.WebHost.UseUrls(urls);
        services.AddOptions<SiteOptions>()
            .Bind(configuration.GetSection(SiteOptions.Section))
            .PostConfigure(site => site.CompleteFrom(urls))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.Section))
            .Configure(options =>
            {
                options.NationalConnection = configuration.GetConnectionString("National");
                options.DataFolder = FolderOf(builder, "Data:Folder");
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(new SeedRoot(FolderOf(builder, "Tenants:Folder")));
        services.AddSingleton<StandardCharter>();
        var engine = configuration.GetValue($"{DatabaseOptions.Section}:Engine", DatabaseEngine.Sqlite);
        services.AddEngine(engine);
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection(AuditOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<AuditTrail>();
        services.AddScoped<OutboxDispatcher>();
        services.AddMailing(configuration, FolderOf(builder, "Data:Folder"));
        services.AddSingleton<StartUpState>();
        services.AddHostedService<StartUp>();
        services.AddRooms(configuration);
        services.AddJobs(configuration, engine);
        services.AddSites();
        services.AddSingleton<ReadyAnswerStore>();
        services.AddUi();
        services.AddPages();
        services.AddApiDocuments();
        services.AddHealth();
        services.AddProblemDetails();
        services.AddCompression();

        // Arabic is written as itself, not as entities: pages are half the size.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

            // A number is a number, in what is read and in what the API's description says.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        return builder;
    }

    /// <summary>Pages differ from visitor to visitor too little to be worth more than the fastest level; files are compressed when they are published.</summary>
    private static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "image/svg+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    private static void AddPages(this IServiceCollection services)
    {
        var pages = services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(options => options.Filters.Add<OvertakenForms>());
        foreach (var assembly in RoomCatalog.Pages)
        {
            pages.AddApplicationPart(assembly);
        }
    }

    /// <summary>A folder named in configuration, relative to the content root.</summary>
    private static string FolderOf(WebApplicationBuilder builder, string key) =>
        builder.Configuration[key] is { Length: > 0 } folder
            ? Path.GetFullPath(folder, builder.Environment.ContentRootPath)
            : throw new InvalidOperationException($"{key} is not set.");

    /// <summary>The pipeline. The order is the point: see each comment.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        // Port 0: the server has chosen one when it listens, and the addresses of the sites are known from then on.
        if (app.Services.GetRequiredService<IOptions<SiteOptions>>().Value is { IsComplete: false } site)
        {
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                site.CompleteFrom(string.Join(';', app.Urls));
                app.Services.GetRequiredService<TenantStore>().Forget();
            });
        }

        // What a proxy says of the visitor is believed only with ASPNETCORE_FORWARDEDHEADERS_ENABLED=true: the framework then puts that first by itself.
        if (app.Services.GetService<Telemetry.Target>() is not null)
        {
            app.UseMiddleware<RequestTelemetry>();
        }

        // A public page that is ready leaves before anything is made for its request, even what would turn a fault into a page.
        app.UseMiddleware<ServeReadyAnswers>();

        // A fault or an empty error answer becomes the error page; the API answers problem details instead.
        app.UseWhen(context => !Api.IsAt(context.Request.Path), site =>
        {
            site.UseExceptionHandler("/error/500");
            site.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseWhen(context => Api.IsAt(context.Request.Path), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });

        app.UseShareCards();
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealth();

        // Host → commune, before anything that could read data.
        app.UseMiddleware<TenantResolutionMiddleware>();
        app.UseLanguages();
        app.UseRouting();
        app.UsePageRules();
        app.UseMiddleware<KeepReadyAnswers>();
        app.UseOutputCache();

        // Within the cache: a page is compressed once for each encoding, not once for each reader.
        app.UseResponseCompression();
        app.UsePeople();
        app.UseRateLimiter();

        var anywhere = new SiteAttribute(default) { Anywhere = true };
        app.MapStaticAssets().WithMetadata(anywhere);
        var readable = app.MapReadable();
        readable.MapApiDocuments();
        readable.MapRooms();
        readable.MapTheme();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
