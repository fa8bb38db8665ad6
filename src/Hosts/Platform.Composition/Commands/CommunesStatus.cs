using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Jobs;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Commands;

/// <summary><c>communes status [slug]</c>: state, schema, what waits to be sent, the last snapshot, the last error.</summary>
internal static class CommunesStatus
{
    public static Command Create(Operator console)
    {
        var slug = new Argument<string?>("slug") { Description = CommandTexts.Get("StatusSlug"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("status", CommandTexts.Get("Status")) { slug };
        console.Act(command, async (arguments, cancellation) =>
        {
            var only = Operator.SlugOf(arguments.GetValue(slug));
            if (only is not null && await console.FindAsync(only, cancellation) is null)
            {
                return Operator.Failed;
            }

            await using var scope = console.Scope();
            var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
            var records = await db.Set<TenantInfo>().AsNoTracking()
                .Where(tenant => only == null || tenant.Slug == only)
                .OrderBy(tenant => tenant.Slug)
                .ToListAsync(cancellation);
            var snapshots = await LastSnapshotsAsync(db, cancellation);
            var (waiting, failures) = await WaitingAsync(console, only, cancellation);
            console.SayTable(
                ["slug", "state", "demonstration", "schema", "waiting", "snapshot", "last error"],
                records.ConvertAll(record => new[]
                {
                    record.Slug,
                    record.State.ToString().ToLowerInvariant(),
                    record.Demonstration ? "yes" : "no",
                    record.SchemaVersion ?? "-",
                    waiting.GetValueOrDefault(record.Slug, "-"),
                    snapshots.GetValueOrDefault(record.Slug, "-"),
                    record.LastError?.ReplaceLineEndings(" ") ?? "-",
                }));
            var unreadable = failures.Select(failure => console.Refuse("FailedBecause", failure.Commune.Slug, JobFailure.Describe(failure.Error!))).ToList();
            return unreadable.Count == 0 ? Operator.Done : Operator.Failed;
        });
        return command;
    }

    /// <summary>The last month whose snapshot was taken, by slug.</summary>
    private static async Task<Dictionary<string, string>> LastSnapshotsAsync(NationalContext db, CancellationToken cancellation)
    {
        var months = await db.Set<JobRunCommune>()
            .Where(commune => commune.State == JobRunCommuneState.Done)
            .Join(
                db.Set<JobRun>().Where(run => run.Job == JobNames.MonthlySnapshot),
                commune => commune.RunId, run => run.Id, (commune, run) => new { commune.Commune, run.Key })
            .GroupBy(row => row.Commune)
            .Select(group => new { Commune = group.Key, Key = group.Max(row => row.Key) })
            .ToListAsync(cancellation);

        // The key of a run for one commune is the month and its slug.
        return months.ToDictionary(row => row.Commune, row => row.Key!.Split('/')[0]);
    }

    /// <returns>How much waits in each commune, and the communes whose database does not answer.</returns>
    private static async Task<(Dictionary<string, string> Waiting, IReadOnlyList<CommuneOutcome> Failures)> WaitingAsync(Operator console, string? only, CancellationToken cancellation)
    {
        var waiting = new Dictionary<string, string>();
        var communes = (await console.Catalog.AllAsync(cancellation))
            .Where(tenant => tenant.State != CommuneState.Provisioning && (only is null || tenant.Commune.Slug == only))
            .Select(tenant => tenant.Commune);
        var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var outcomes = await console.Get<ForEachCommune>().RunAsync(
            "status",
            communes,
            async (services, stop) =>
            {
                var db = services.GetRequiredService<CommuneContext>();
                counts[services.GetRequiredService<CurrentCommune>().Value.Slug] =
                    await db.Database.CanConnectAsync(stop) ? await db.Set<OutboxMessage>().CountAsync(message => message.DeliveredAt == null, stop) : -1;
            },
            FanOutLimits.Default,
            null,
            cancellation);
        foreach (var outcome in outcomes)
        {
            waiting[outcome.Commune.Slug] = outcome.Error is not null ? CommandTexts.Get("Unreadable")
                : counts[outcome.Commune.Slug] is >= 0 and var count ? count.ToString(CultureInfo.InvariantCulture)
                : CommandTexts.Get("NoDatabase");
        }

        return (waiting, [.. outcomes.Where(outcome => outcome.Error is not null)]);
    }
}
