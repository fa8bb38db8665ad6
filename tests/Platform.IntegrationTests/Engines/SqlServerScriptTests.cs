using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Platform.Composition.Commands;
using Platform.Composition.Engines;

namespace Platform.IntegrationTests.Engines;

/// <summary>The scripts for SQL Server as far as they can be judged without one.</summary>
public sealed class SqlServerScriptTests
{
    private static readonly string[] OfScheduler =
    [
        "JOB_DETAILS", "TRIGGERS", "SIMPLE_TRIGGERS", "CRON_TRIGGERS", "SIMPROP_TRIGGERS", "BLOB_TRIGGERS", "CALENDARS", "PAUSED_TRIGGER_GRPS", "FIRED_TRIGGERS",
        "SCHEDULER_STATE", "LOCKS",
    ];

    private static readonly string National = ScriptOf(new DesignTimeSqlServerNational().CreateDbContext([]));

    private static readonly string Commune = ScriptOf(new DesignTimeSqlServerCommune().CreateDbContext([]));

    [Fact]
    public void The_national_script_holds_the_tables_of_the_scheduler_in_the_words_of_SQL_Server()
    {
        Assert.All(OfScheduler, table => Assert.Contains($"IF OBJECT_ID(N'QRTZ_{table}', N'U') IS NULL", National, StringComparison.Ordinal));
        Assert.DoesNotContain("{0}", National, StringComparison.Ordinal);
        Assert.DoesNotContain("{1}", National, StringComparison.Ordinal);
        Assert.DoesNotContain("--;;", National, StringComparison.Ordinal);
        Assert.DoesNotContain("QRTZ_", Commune, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_batch_is_whole_and_can_be_run_again()
    {
        foreach (var script in new[] { Commune, National })
        {
            var batches = TransactSql.Read(script).Batches;

            Assert.True(batches.Count > 4, $"There are only {batches.Count} batches.");
            Assert.Empty(batches.Select(batch => Fault(batch.Text())).OfType<string>());
        }
    }

    /// <summary>sqlcmd begins without them, and an index with a condition is then refused.</summary>
    [Fact]
    public void A_script_says_how_names_are_quoted_before_anything_else()
    {
        foreach (var script in new[] { Commune, National })
        {
            var first = TransactSql.Read(script).Batches[0];

            var set = Assert.IsType<PredicateSetStatement>(Assert.Single(first.Statements));
            Assert.True(set.IsOn);
            Assert.Equal(SetOptions.QuotedIdentifier | SetOptions.AnsiNulls, set.Options);
        }
    }

    [Theory]
    [InlineData("CREATE TABLE [a] ([b] int);")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE [a] ([b] int);")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE [a] ([b] int NOT NUL);\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n EXEC(N'UPDATE [a] SET [b] = ''c')\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n EXEC(N'UPDATE [a] SET [b] == 1')\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE \"a\" (\"b\" INTEGER PRIMARY KEY AUTOINCREMENT);\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE \"a\" ([b] int);\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n CREATE TABLE [a] ([b] text);\nEND;")]
    [InlineData("IF NOT EXISTS (SELECT 1)\nBEGIN\n UPDATE [a] SET [b] = 1;\nEND;")]
    [InlineData("PRAGMA optimize;")]
    public void A_batch_that_is_not_is_caught(string batch) => Assert.NotNull(Fault(batch));

    private static string ScriptOf(DbContext context)
    {
        using (context)
        {
            return DatabaseScript.ScriptOf(context, MigrationsSqlGenerationOptions.Idempotent);
        }
    }

    /// <returns>What a server would refuse of it, or what would fail the second time.</returns>
    private static string? Fault(string batch)
    {
        if (TransactSql.Refusal(batch) is { } refusal)
        {
            return refusal;
        }

        var statements = TransactSql.Read(batch).Batches.SelectMany(one => one.Statements).ToList();
        if (statements.Find(statement => statement is not (IfStatement or PredicateSetStatement or BeginTransactionStatement or CommitTransactionStatement)
            && !IsOfHistory(statement)) is { } unguarded)
        {
            return "Done again the second time: " + unguarded.Text();
        }

        // A batch is bound as a whole: what changes rows by a column that is new must be bound when it is run.
        var flat = statements.Flat().ToList();
        if (flat.Find(statement => statement is DataModificationStatement && !IsOfHistory(statement)) is { } early)
        {
            return "A change that is bound before its column is there: " + early.Text();
        }

        var words = new OtherWords();
        flat.ForEach(statement => statement.Accept(words));
        return words.First ?? flat.Select(statement => statement.Inner()).OfType<string>().Select(TransactSql.Refusal).FirstOrDefault(inner => inner is not null);
    }

    private static bool IsOfHistory(TSqlStatement statement) =>
        statement is InsertStatement { InsertSpecification.Target: NamedTableReference { SchemaObject.BaseIdentifier.Value: "__EFMigrationsHistory" } };

    /// <summary>What parses and is nevertheless another engine's, or no longer SQL Server's.</summary>
    private sealed class OtherWords : TSqlFragmentVisitor
    {
        private static readonly SqlDataTypeOption[] Outdated = [SqlDataTypeOption.Text, SqlDataTypeOption.NText, SqlDataTypeOption.Image];

        public string? First { get; private set; }

        public override void Visit(Identifier node) => Note(node.QuoteType == QuoteType.DoubleQuote, node);

        public override void Visit(SqlDataTypeReference node) => Note(Array.IndexOf(Outdated, node.SqlDataTypeOption) >= 0, node);

        public override void Visit(UserDataTypeReference node) => Note(!node.Name.BaseIdentifier.Value.Equals("sysname", StringComparison.OrdinalIgnoreCase), node);

        private void Note(bool isFault, TSqlFragment node) => First ??= isFault ? "Words of another engine: " + node.Text() : null;
    }
}
