using System.Diagnostics;

namespace Platform.Benchmarks;

/// <summary>Time on the clock and on the processors of this process, without what the compiler used meanwhile.</summary>
internal readonly record struct Measured(TimeSpan Wall, TimeSpan Cpu)
{
    public static async Task<Measured> OfAsync(Func<Task> work, int times = 1)
    {
        var compiler = Compiler.Time();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            await work();
        }

        var (elapsed, used) = (watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        var compiled = Compiler.Time() - compiler;
        return new(elapsed / times, (compiled > TimeSpan.Zero && compiled < used ? used - compiled : used) / times);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
