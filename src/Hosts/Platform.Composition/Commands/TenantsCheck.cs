using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Data.Seeding;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.Composition.Commands;

/// <summary>
/// <c>tenants check</c>: provisions every folder into databases that are thrown away, so that what it says is what provisioning would. The platform's
/// own databases are not touched, and need not be there.
/// </summary>
internal static class TenantsCheck
{
    public static Command Create(Operator console)
    {
        var command = new Command("check", CommandTexts.Get("CheckTenants"));
        console.ActAnywhere(command, async (_, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("tenants-check-");
            try
            {
                await using var app = Build(console, folder.FullName);
                return await CheckAsync(console, app.Services, cancellation);
            }
            finally
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> CheckAsync(Operator console, IServiceProvider trial, CancellationToken cancellation)
    {
        var provisioner = trial.GetRequiredService<Provisioner>();
        await provisioner.MigrateNationalAsync(cancellation);
        var problems = new List<SeedProblem>();
        try
        {
            await provisioner.EnterFoldersAsync(cancellation);
        }
        catch (SeedException error)
        {
            problems.AddRange(error.Problems);
        }

        var tenants = await trial.GetRequiredService<TenantStore>().AllAsync(cancellation);
        var outcomes = await provisioner.ProvisionAsync(tenants.Select(tenant => tenant.Commune), FanOutLimits.Default, null, cancellation);
        problems.AddRange(outcomes.Select(outcome => outcome.Error).OfType<SeedException>().SelectMany(error => error.Problems));
        var others = outcomes.Where(outcome => outcome.Error is not null and not SeedException).ToList();
        if (problems.Count == 0 && others.Count == 0)
        {
            console.Say("TenantsAreRight", console.Get<SeedRoot>().Slugs.Count);
            return Operator.Done;
        }

        // The shared files are read for each commune; their mistakes are said once.
        var different = problems.Distinct().ToList();
        console.Complain(new SeedException(different));
        if (others.Count > 0)
        {
            console.Report(others);
        }

        return console.Refuse("TenantsAreWrong", different.Count + others.Count);
    }

    private static WebApplication Build(Operator console, string folder)
    {
        var settings = console.Get<IConfiguration>();
        var environment = console.Get<IHostEnvironment>();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = environment.ApplicationName,
            ContentRootPath = environment.ContentRootPath,
            EnvironmentName = environment.EnvironmentName,
        });
        builder.Configuration.AddConfiguration(settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = folder,
            ["Database:Engine"] = "Sqlite",
            ["Database:CommuneConnectionTemplate"] = "",
            ["ConnectionStrings:National"] = "",
            ["Jobs:Enabled"] = "false",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "",
        });
        builder.Logging.ClearProviders();
        builder.AddPlatform();
        return builder.Build();
    }
}
