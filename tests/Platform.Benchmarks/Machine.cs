using System.Globalization;

namespace Platform.Benchmarks;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
#if DEBUG
    public const string Build = "a DEBUG build: figures mean nothing";
#else
    public const string Build = "Release build";
#endif

    public static string Processor() =>
        Lines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "processor unknown";

    public static string Load() => Lines("/proc/loadavg").FirstOrDefault()?.Split(' ')[0] ?? "unknown";

    public static string OpenFilesAllowed() =>
        Lines("/proc/self/limits").FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3] ?? "unknown";

    public static int OpenFiles() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;

    public static string Round(double value, int decimals = 2) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static string[] Lines(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];
}
