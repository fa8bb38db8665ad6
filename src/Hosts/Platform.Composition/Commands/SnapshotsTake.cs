using System.CommandLine;
using Platform.Composition.Jobs;
using Platform.Kernel.Time;

namespace Platform.Composition.Commands;

/// <summary><c>snapshots take --period 2026-10 [--commune x]</c>: what the scheduler does each month, by hand. A quarter or a year is its months.</summary>
internal static class SnapshotsTake
{
    public static Command Create(Operator console)
    {
        var period = new Option<string>("--period") { Description = CommandTexts.Get("Period"), Required = true };
        var only = new Option<string?>("--commune") { Description = CommandTexts.Get("OnlyCommune") };
        var command = new Command("take", CommandTexts.Get("TakeSnapshots")) { period, only };
        console.Act(command, async (arguments, cancellation) =>
        {
            var text = arguments.GetRequiredValue(period);
            var slug = Operator.SlugOf(arguments.GetValue(only));
            if (!Period.TryParse(text, out var asked))
            {
                return console.Refuse("NoPeriod", text);
            }

            var today = console.Time.TodayInMorocco();
            if (!asked.HasEnded(today))
            {
                return console.Refuse("PeriodNotEnded", asked, Period.LastClosed(today));
            }

            if (slug is not null && await console.FindAsync(slug, cancellation) is null)
            {
                return Operator.Failed;
            }

            await console.AuditAsync("snapshots.taken", $"snapshots:{asked}", slug, cancellation);
            var code = Operator.Done;
            foreach (var month in asked.Months())
            {
                var result = await console.Get<JobLauncher>().RunAsync(
                    new(JobNames.MonthlySnapshot, month.ToString(), slug, Again: true), JobReport.Progress(console), cancellation);
                code = Math.Max(code, JobReport.Tell(console, result));
            }

            return code;
        });
        return command;
    }
}
