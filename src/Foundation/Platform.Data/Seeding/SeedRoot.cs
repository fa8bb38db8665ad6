namespace Platform.Data.Seeding;

/// <summary>The tenants/ folder of this deployment.</summary>
public sealed class SeedRoot(string path)
{
    /// <summary>What every commune shares: standard axes and the DGCT library.</summary>
    public const string StandardFolder = "_standard";

    public SeedFolder Standard => Open(StandardFolder);

    /// <summary>Slugs of the communes that have a folder, in order.</summary>
    public IReadOnlyList<string> Slugs => Directory.Exists(path)
        ? [.. Directory.GetDirectories(path).Select(folder => Path.GetFileName(folder)!).Where(name => name[0] is not ('_' or '.')).Order(StringComparer.Ordinal)]
        : throw new InvalidOperationException($"The folder of communes '{path}' does not exist: set Tenants__Folder.");

    public SeedFolder Open(string name) => new(path, name);
}
