using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.National.Reporting;

namespace Platform.National.Intake;

/// <summary>Carries what a commune has to report to the national level, each day.</summary>
internal sealed class IntakeJob(CurrentCommune commune, CommuneRegister register, NationalContext db, OutboxDispatcher outbox, Decisions decisions) : ICommuneJob
{
    public const string JobName = "national-intake";

    /// <summary>After the night's snapshots, before offices open.</summary>
    public static JobSchedule Schedule { get; } = new(JobName, "0 0 6 * * ?");

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        await register.EnterAsync(commune.Value, cancellation);
        await db.SaveChangesAsync(cancellation);
        await outbox.DispatchAsync(cancellation);
        await decisions.DeliverPendingAsync(commune.Value, cancellation);
    }
}
