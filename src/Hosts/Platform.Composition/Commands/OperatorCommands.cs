using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Composition.Commands;

/// <summary>
/// The operator's commands, on the executable that serves: a first argument that is no option is a command. It runs on the same services, without a
/// server and without anything that runs by itself, and ends with an exit code.
/// </summary>
public static class OperatorCommands
{
    public static bool IsAsked(IReadOnlyList<string> args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?");

    /// <returns>The exit code: 0 where everything that was asked for is so now.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var app = new Lazy<WebApplication>(Build);
        try
        {
            return await RunAsync(args, () => app.Value.Services, Console.In, Console.Out, Console.Error, CancellationToken.None);
        }
        finally
        {
            if (app.IsValueCreated)
            {
                await app.Value.DisposeAsync();
            }
        }
    }

    /// <param name="services">Asked only by commands that need them: not for help.</param>
    internal static Task<int> RunAsync(
        IReadOnlyList<string> args, Func<IServiceProvider> services, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var operatorAtWork = new Operator(services, input, output, errors);
        var root = new RootCommand(CommandTexts.Get("Root"))
        {
            new Command("communes", CommandTexts.Get("Communes"))
            {
                CommunesList.Create(operatorAtWork),
                CommunesAdd.Create(operatorAtWork),
                CommunesSuspend.Create(operatorAtWork),
                CommunesResume.Create(operatorAtWork),
                CommunesProvision.Create(operatorAtWork),
                CommunesMigrate.Create(operatorAtWork),
                CommunesExport.Create(operatorAtWork),
                CommunesStatus.Create(operatorAtWork),
                CommunesInvite.Create(operatorAtWork),
            },
            new Command("staff", CommandTexts.Get("Staff")) { StaffInvite.Create(operatorAtWork) },
            new Command("snapshots", CommandTexts.Get("Snapshots")) { SnapshotsTake.Create(operatorAtWork) },
            new Command("jobs", CommandTexts.Get("Jobs")) { JobsList.Create(operatorAtWork), JobsRun.Create(operatorAtWork) },
            new Command("audit", CommandTexts.Get("Audit")) { AuditVerify.Create(operatorAtWork) },
            new Command("tenants", CommandTexts.Get("Tenants")) { TenantsCheck.Create(operatorAtWork) },
            new Command("database", CommandTexts.Get("Database")) { DatabaseScript.Create(operatorAtWork) },
            Demo.Create(operatorAtWork),
        };
        return root.Parse(args).InvokeAsync(new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, cancellation);
    }

    private static WebApplication Build()
    {
        // An operator may stand anywhere: where there are no settings, those beside the executable are meant.
        var here = Directory.GetCurrentDirectory();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = File.Exists(Path.Combine(here, "appsettings.json")) ? here : AppContext.BaseDirectory,
        });

        // Commands report by themselves what an operator should know; logs would only stand between the lines.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Critical",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Critical",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Critical",
            ["Logging:Console:FormatterName"] = "simple",
            ["Logging:Console:LogToStandardErrorThreshold"] = "Trace",
        });
        builder.AddPlatform();
        var app = builder.Build();
        app.Services.GetService<IStartupValidator>()?.Validate();
        return app;
    }
}
