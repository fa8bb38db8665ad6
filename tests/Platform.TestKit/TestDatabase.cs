using Xunit;

using Platform.Tenancy.Connections;

namespace Platform.TestKit;

/// <summary>
/// Where a test keeps its data. SQLite always; SQL Server when <c>PLATFORM_TEST_SQLSERVER</c> holds the connection string of a server on which the
/// tests may create and drop databases.
/// </summary>
public static class TestDatabase
{
    public const string Variable = "PLATFORM_TEST_SQLSERVER";

    /// <summary>For <c>[Theory, MemberData]</c>: both engines; the one that is not configured is skipped by name.</summary>
    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.SqlServer];

#pragma warning disable RS0030 // Configuration of the test run itself, not of the product.
    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;
#pragma warning restore RS0030

    public static void SkipUnlessConfigured(DatabaseEngine engine) =>
        Assert.SkipWhen(engine == DatabaseEngine.SqlServer && SqlServer is null, $"{engine}: {Variable} is not set.");
}
