using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Composition.Commands;
using Platform.Composition.Engines;

namespace Platform.IntegrationTests.Engines;

/// <summary>The scripts for SQL Server as far as they can be judged without one.</summary>
public sealed partial class SqlServerScriptTests
{
    private static readonly string[] OfScheduler =
    [
        "JOB_DETAILS", "TRIGGERS", "SIMPLE_TRIGGERS", "CRON_TRIGGERS", "SIMPROP_TRIGGERS", "BLOB_TRIGGERS", "CALENDARS", "PAUSED_TRIGGER_GRPS", "FIRED_TRIGGERS",
        "SCHEDULER_STATE", "LOCKS",
    ];

    [Fact]
    public void The_national_script_holds_the_tables_of_the_scheduler_in_the_words_of_SQL_Server()
    {
        var script = National();

        Assert.All(OfScheduler, table => Assert.Contains($"IF OBJECT_ID(N'QRTZ_{table}', N'U') IS NULL", script, StringComparison.Ordinal));
        Assert.DoesNotContain("{0}", script, StringComparison.Ordinal);
        Assert.DoesNotContain("{1}", script, StringComparison.Ordinal);
        Assert.DoesNotContain("--;;", script, StringComparison.Ordinal);
        Assert.DoesNotContain("QRTZ_", Commune(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_batch_is_whole_and_can_be_run_again()
    {
        Assert.Empty(Batches(Commune()).Concat(Batches(National())).Select(Fault).OfType<string>());
    }

    [Theory]
    [InlineData("CREATE TABLE [a] ([b] int);")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE [a] ([b] int);")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n EXEC(N'UPDATE [a] SET [b] = ''c')\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE \"a\" (\"b\" INTEGER PRIMARY KEY AUTOINCREMENT);\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n UPDATE [a] SET [b] = 1;\nEND;")]
    public void A_batch_that_is_not_is_caught(string batch) => Assert.NotNull(Fault(batch));

    private static string National() => ScriptOf(new DesignTimeSqlServerNational().CreateDbContext([]));

    private static string Commune() => ScriptOf(new DesignTimeSqlServerCommune().CreateDbContext([]));

    private static string ScriptOf(DbContext context)
    {
        using (context)
        {
            return DatabaseScript.ScriptOf(context, MigrationsSqlGenerationOptions.Idempotent);
        }
    }

    private static IEnumerable<string> Batches(string script) =>
        Separator().Split(script.ReplaceLineEndings("\n")).Select(batch => batch.Trim()).Where(batch => batch.Length > 0);

    /// <returns>What a server would refuse of it, or what would fail the second time.</returns>
    private static string? Fault(string batch)
    {
        var words = Comment().Replace(Text().Replace(batch, "''"), "");
        var head = batch[..Math.Min(batch.Length, 200)];
        if (words.Count(letter => letter == '\'') % 2 != 0 || Inner(batch).Any(statement => Text().Replace(statement, "").Contains('\'', StringComparison.Ordinal)))
        {
            return "A text that does not end: " + head;
        }

        if (words.Count(letter => letter == '(') != words.Count(letter => letter == ')') || Begin().Count(words) != End().Count(words))
        {
            return "Something that does not end: " + head;
        }

        if (words.Contains('"', StringComparison.Ordinal) || OtherEngine().IsMatch(words))
        {
            return "Words of another engine: " + head;
        }

        // A batch is bound as a whole: what changes rows by a column that is new must be bound when it is run.
        if (Change().IsMatch(words) && !words.Contains("__EFMigrationsHistory", StringComparison.Ordinal))
        {
            return "A change that is bound before its column is there: " + head;
        }

        return Schema().IsMatch(words) && !Guard().IsMatch(words) ? "Made again the second time: " + head : null;
    }

    /// <summary>Statements that are bound when they are run.</summary>
    private static IEnumerable<string> Inner(string batch) =>
        Execution().Matches(batch).Select(match => match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal));

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"N?'(?:[^']|'')*'")]
    private static partial Regex Text();

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"EXEC\(N'((?:[^']|'')*)'\)")]
    private static partial Regex Execution();

    [GeneratedRegex(@"\bBEGIN\b(?!\s+TRAN)")]
    private static partial Regex Begin();

    [GeneratedRegex(@"\bEND\b")]
    private static partial Regex End();

    [GeneratedRegex(@"\b(AUTOINCREMENT|PRAGMA|RETURNING|TEXT)\b")]
    private static partial Regex OtherEngine();

    [GeneratedRegex(@"\b(UPDATE|DELETE FROM)\b")]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(CREATE|ALTER|DROP)\s+(UNIQUE\s+)?(TABLE|INDEX)\b")]
    private static partial Regex Schema();

    [GeneratedRegex(@"\bIF\s+(NOT\s+EXISTS|OBJECT_ID|COL_LENGTH)\b")]
    private static partial Regex Guard();
}
