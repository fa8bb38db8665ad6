using Platform.Kernel.Jobs;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>Takes over what the library says from this month on, each morning: on most days there is nothing.</summary>
internal sealed class DefinitionsJob(DefinitionTaker taker, TimeProvider time) : ICommuneJob
{
    public const string JobName = "library-definitions";

    /// <summary>Before the first figures of a month are taken.</summary>
    public static JobSchedule Schedule { get; } = new(JobName, "0 0 1 * * ?");

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public Task RunAsync(string key, CancellationToken cancellation) =>
        taker.TakeAsync(Period.Containing(time.TodayInMorocco(), Periodicity.Monthly), cancellation);
}
