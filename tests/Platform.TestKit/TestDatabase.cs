namespace Platform.TestKit;

/// <summary>
/// Where a test keeps its data. SQLite always; SQL Server when <c>PLATFORM_TEST_SQLSERVER</c> holds the connection string of a server on which the
/// tests may create and drop databases.
/// </summary>
public static class TestDatabase
{
    public const string Variable = "PLATFORM_TEST_SQLSERVER";

#pragma warning disable RS0030 // Configuration of the test run itself, not of the product.
    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;
#pragma warning restore RS0030
}
