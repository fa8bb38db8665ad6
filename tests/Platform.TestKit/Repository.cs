namespace Platform.TestKit;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Tenants => Path.Combine(Root, "tenants");

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("Platform.sln was not found above the tests."),
        _ when File.Exists(Path.Combine(folder.FullName, "Platform.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
