using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Time;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Commands;

/// <summary><c>jobs list</c>: the history of runs, and why communes failed.</summary>
internal static class JobsList
{
    public static Command Create(Operator console)
    {
        var job = new Option<string?>("--job") { Description = CommandTexts.Get("OnlyJob") };
        var last = new Option<int>("--last") { Description = CommandTexts.Get("LastRuns"), DefaultValueFactory = _ => 20 };
        var command = new Command("list", CommandTexts.Get("ListJobs")) { job, last };
        console.Act(command, async (arguments, cancellation) =>
        {
            var name = arguments.GetValue(job);
            await using var scope = console.Scope();
            var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
            var runs = await db.Set<JobRun>().AsNoTracking()
                .Where(run => name == null || run.Job == name)
                .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
                .Take(Math.Clamp(arguments.GetValue(last), 1, 1000))
                .ToListAsync(cancellation);
            console.SayTable(
                ["job", "key", "state", "started", "finished", "done", "failed", "of"],
                runs.ConvertAll(run => new[]
                {
                    run.Job, run.Key, run.State.ToString().ToLowerInvariant(), Clock(run.StartedAt), run.FinishedAt is { } end ? Clock(end) : "-",
                    Text(run.CommunesDone), Text(run.CommunesFailed), Text(run.CommunesTotal),
                }));
            await TellFailuresAsync(console, db, runs, cancellation);
            console.Say("KnownJobs", string.Join(", ", await console.Get<CommuneJobs>().NamesAsync(cancellation)));
            return Operator.Done;
        });
        return command;
    }

    private static async Task TellFailuresAsync(Operator console, NationalContext db, List<JobRun> runs, CancellationToken cancellation)
    {
        var ids = runs.Where(run => run.CommunesFailed > 0).Select(run => run.Id).ToList();
        var failures = await db.Set<JobRunCommune>().AsNoTracking()
            .Where(commune => ids.Contains(commune.RunId) && commune.State == JobRunCommuneState.Failed)
            .OrderByDescending(commune => commune.RunId).ThenBy(commune => commune.Commune)
            .ToListAsync(cancellation);
        foreach (var failure in failures)
        {
            var run = runs.First(run => run.Id == failure.RunId);
            console.Say("RunFailure", run.Job, run.Key, failure.Commune, failure.Attempts, failure.Error?.ReplaceLineEndings(" "));
        }
    }

    private static string Clock(DateTime utc) => MoroccoTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
