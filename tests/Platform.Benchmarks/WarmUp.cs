using System.Diagnostics;
using System.Runtime;

namespace Platform.Benchmarks;

/// <summary>
/// Runs work until the just-in-time compiler has nothing left to improve: it works in the background, in this process, and would be counted to
/// whichever side is measured meanwhile.
/// </summary>
internal static class WarmUp
{
    private const int CalmRounds = 3;

    /// <summary>A round may still compile so many methods: timers and pools of the process do, whatever is measured.</summary>
    private const int Stray = 2;

    /// <summary>On a busy machine it may not end: then what is measured is said to be measured on one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    /// <summary>The compiler waits for a tenth of a second without new methods before it begins.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        for (var calm = 0; watch.Elapsed < Longest && calm < CalmRounds;)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await work();
            await Task.Delay(Pause);
            calm = JitInfo.GetCompiledMethodCount() - before > Stray ? 0 : calm + 1;
        }
    }
}
