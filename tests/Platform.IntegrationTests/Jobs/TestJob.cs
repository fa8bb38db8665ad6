using System.Collections.Concurrent;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;

namespace Platform.IntegrationTests.Jobs;

/// <summary>A job that does what the test says and remembers for whom it ran.</summary>
internal sealed class TestJob(CurrentCommune commune, TestJob.Script script) : ICommuneJob
{
    public const string JobName = "test-job";

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        var slug = commune.Value.Slug;
        var attempt = script.Attempts.AddOrUpdate(slug, 1, (_, before) => before + 1);
        await script.Behaviour(slug, attempt, cancellation);
        script.Completed.Add((slug, key));
    }

    internal sealed class Script
    {
        public ConcurrentDictionary<string, int> Attempts { get; } = [];

        public ConcurrentBag<(string Commune, string Key)> Completed { get; } = [];

        public Func<string, int, CancellationToken, Task> Behaviour { get; set; } = (_, _, _) => Task.CompletedTask;
    }
}
