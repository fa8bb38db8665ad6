using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Composition.Engines;
using Platform.Composition.Jobs;
using Platform.Tenancy.Connections;

namespace Platform.Composition.Commands;

/// <summary>
/// <c>database script --engine SqlServer [--database national|commune] --to file</c>: the schema as SQL, for those who let no program change it. On SQL
/// Server the script can be run on any earlier version and holds the scheduler's tables too; SQLite's makes a new database.
/// </summary>
internal static class DatabaseScript
{
    private const string National = "national";
    private const string CommuneOne = "commune";

    /// <summary>sqlcmd begins without what every program begins with, and an index with a condition is refused then.</summary>
    private const string AsProgramsQuote = "SET QUOTED_IDENTIFIER, ANSI_NULLS ON;\nGO\n\n";

    public static Command Create(Operator console)
    {
        var engine = new Option<DatabaseEngine>("--engine") { Description = CommandTexts.Get("ScriptEngine"), DefaultValueFactory = _ => DatabaseEngine.SqlServer };
        var database = new Option<string?>("--database") { Description = CommandTexts.Get("ScriptDatabase") }.AcceptOnlyFromAmong(National, CommuneOne);
        var to = new Option<FileInfo>("--to") { Description = CommandTexts.Get("ScriptTo"), Required = true };
        var command = new Command("script", CommandTexts.Get("Script")) { engine, database, to };
        console.ActAnywhere(command, async (arguments, cancellation) =>
        {
            var file = arguments.GetRequiredValue(to);
            file.Directory?.Create();
            string[] databases = arguments.GetValue(database) is { } one ? [one] : [National, CommuneOne];
            foreach (var name in databases)
            {
                await using var context = Context(arguments.GetValue(engine), name);
                var options = arguments.GetValue(engine) == DatabaseEngine.SqlServer ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default;
                var path = databases.Length == 1 ? file.FullName : Beside(file, name);
                await File.WriteAllTextAsync(path, ScriptOf(context, options), cancellation);
                console.Say("ScriptWritten", name, path);
            }

            return Operator.Done;
        });
        return command;
    }

    internal static string ScriptOf(DbContext context, MigrationsSqlGenerationOptions options)
    {
        var migrations = context.GetService<IMigrator>().GenerateScript(options: options);
        return context switch
        {
            SqlServerNationalContext => AsProgramsQuote + migrations + SchedulerTables.ForSqlServer(),
            SqlServerCommuneContext => AsProgramsQuote + migrations,
            _ => migrations,
        };
    }

    private static DbContext Context(DatabaseEngine engine, string database) => (engine, database) switch
    {
        (DatabaseEngine.SqlServer, National) => new DesignTimeSqlServerNational().CreateDbContext([]),
        (DatabaseEngine.SqlServer, _) => new DesignTimeSqlServerCommune().CreateDbContext([]),
        (_, National) => new DesignTimeSqliteNational().CreateDbContext([]),
        _ => new DesignTimeSqliteCommune().CreateDbContext([]),
    };

    private static string Beside(FileInfo file, string name) =>
        Path.Combine(file.DirectoryName!, $"{Path.GetFileNameWithoutExtension(file.Name)}-{name}{file.Extension}");
}
