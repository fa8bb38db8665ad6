using System.Text;
using Quartz;

namespace Platform.Composition.Jobs;

/// <summary>
/// The tables of the scheduler, which it makes by itself where it may. Where no program may change the schema they come with the script of the national
/// database, in the words of the scheduler's own release: each statement makes only what is missing.
/// </summary>
internal static class SchedulerTables
{
    private const string Resource = "Quartz.Impl.AdoJobStore.Schema.create_sqlServer.sql";
    private const string Prefix = "QRTZ_";
    private const string Separator = "--;;";

    /// <summary>In the form of the script that migrations give: batches that end with GO.</summary>
    public static string ForSqlServer()
    {
        using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"This release of Quartz does not bring '{Resource}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // {0} is the prefix, {1} the prefix without a schema; ours has none. What stands before the first separator is for readers of Quartz, and tells them of the
        // separator: only a line of its own is one.
        var statements = reader.ReadToEnd()
            .Replace("{0}", Prefix, StringComparison.Ordinal)
            .Replace("{1}", Prefix, StringComparison.Ordinal)
            .ReplaceLineEndings("\n")
            .Split($"\n{Separator}\n")
            .Skip(1)
            .Select(statement => statement.Trim());
        var script = new StringBuilder();
        foreach (var statement in statements.Where(statement => statement.Length > 0))
        {
            script.AppendLine(statement).AppendLine("GO").AppendLine();
        }

        return script.ToString();
    }
}
