using System.Diagnostics;
using System.Reflection;

namespace Platform.Benchmarks;

/// <summary>This same executable again, with an argument.</summary>
internal static class ChildProcess
{
    public static Process Start(params IEnumerable<string> arguments)
    {
        var self = Environment.ProcessPath!;
        var start = new ProcessStartInfo(self) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The benchmarks could not start themselves again.");
    }
}
