using System.Runtime;

namespace Platform.Benchmarks;

/// <summary>
/// Runs work until the just-in-time compiler has nothing left to improve: it works in the background, in this process, and would be counted to
/// whichever side is measured meanwhile.
/// </summary>
internal static class WarmUp
{
    private const int MostRounds = 60;
    private const int CalmRounds = 3;

    /// <summary>A round may still compile so many methods: timers and pools of the process do, whatever is measured.</summary>
    private const int Stray = 2;

    /// <summary>The compiler waits for a tenth of a second without new methods before it begins.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(Func<Task> work)
    {
        for (int round = 0, calm = 0; round < MostRounds && calm < CalmRounds; round++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await work();
            await Task.Delay(Pause);
            calm = JitInfo.GetCompiledMethodCount() - before > Stray ? 0 : calm + 1;
        }
    }
}
