using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Platform.TestKit;

/// <summary>
/// The SQLite databases as provisioning left them, kept for the next host of the same communes at the same hour: provisioning is most of what a host costs, and the
/// same folders give the same databases.
/// </summary>
internal static class ProvisionedData
{
    private static readonly ConcurrentDictionary<string, string> Kept = new();

    static ProvisionedData() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in Kept.Values)
        {
            Directory.Delete(folder, recursive: true);
        }
    };

    /// <summary>Lays the kept databases into a new host's empty data folder.</summary>
    /// <returns>False where there are none: the host has to be provisioned.</returns>
    public static bool TryLay(string key, string dataFolder)
    {
        if (!Kept.TryGetValue(key, out var kept))
        {
            return false;
        }

        Copy(kept, dataFolder, File.Copy);
        return true;
    }

    public static void Keep(string key, string dataFolder)
    {
        var kept = Directory.CreateTempSubdirectory("platform-provisioned-").FullName;
        Copy(dataFolder, kept, BackUp);
        if (!Kept.TryAdd(key, kept))
        {
            // Another host was quicker.
            Directory.Delete(kept, recursive: true);
        }
    }

    private static void Copy(string from, string to, Action<string, string> copy)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.db", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            copy(file, target);
        }
    }

    /// <summary>By the engine, not by the file: the newest pages are still in the write-ahead log.</summary>
    private static void BackUp(string source, string target)
    {
        using var from = new SqliteConnection($"Data Source={source};Pooling=False");
        using var to = new SqliteConnection($"Data Source={target};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }
}
