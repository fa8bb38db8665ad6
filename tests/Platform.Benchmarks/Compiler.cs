using System.Globalization;

namespace Platform.Benchmarks;

/// <summary>
/// The thread of this process on which the just-in-time compiler improves what is called often. What it uses is neither side's: it is taken off what a
/// measurement counted. Known on Linux only; elsewhere nothing is taken off.
/// </summary>
internal static class Compiler
{
    private const string Threads = "/proc/self/task";
    private const string Name = ".NET Tiered Com";
    private const int NanosecondsPerTick = 100;

    private static string? schedule;

    public static TimeSpan Time()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.Zero;
        }

        try
        {
            return Read(schedule ??= Find());
        }
        catch (IOException)
        {
            // It ends when it has nothing to do for a while.
            schedule = Find();
            return Read(schedule);
        }
    }

    private static string? Find() => Directory.GetDirectories(Threads)
        .Where(thread => File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(Name, StringComparison.Ordinal))
        .Select(thread => Path.Combine(thread, "schedstat"))
        .FirstOrDefault();

    private static TimeSpan Read(string? file) => file is null
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(long.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture) / NanosecondsPerTick);
}
