using System.CommandLine;
using Platform.Composition.Jobs;
using Platform.Kernel.Time;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Commands;

/// <summary><c>jobs run &lt;name&gt; [--key …] [--commune x]</c></summary>
internal static class JobsRun
{
    public static Command Create(Operator console)
    {
        var name = new Argument<string>("name") { Description = CommandTexts.Get("JobName") };
        var key = new Option<string?>("--key") { Description = CommandTexts.Get("JobKey") };
        var only = new Option<string?>("--commune") { Description = CommandTexts.Get("OnlyCommune") };
        var command = new Command("run", CommandTexts.Get("RunJob")) { name, key, only };
        console.Act(command, async (arguments, cancellation) =>
        {
            var job = arguments.GetRequiredValue(name);
            var slug = Operator.SlugOf(arguments.GetValue(only));
            if (slug is not null && await console.FindAsync(slug, cancellation) is null)
            {
                return Operator.Failed;
            }

            var jobs = console.Get<CommuneJobs>();
            if ((await jobs.CommunesAsync(cancellation)).Count == 0)
            {
                return console.Refuse("NoOpenCommune");
            }

            if (await jobs.KeyForAsync(job, console.Time.TodayInMorocco(), cancellation) is not { } today)
            {
                console.Refuse("UnknownJob", job);
                console.Say("KnownJobs", string.Join(", ", await jobs.NamesAsync(cancellation)));
                return Operator.Failed;
            }

            var request = new JobRequest(job, arguments.GetValue(key) ?? today, slug, Again: true);
            if (request.RunKey.Length > JobRun.KeyLength)
            {
                return console.Refuse("KeyTooLong", JobRun.KeyLength);
            }

            await console.AuditAsync("job.run", $"job:{job}", request.RunKey, cancellation);
            return JobReport.Tell(console, await console.Get<JobLauncher>().RunAsync(request, JobReport.Progress(console), cancellation));
        });
        return command;
    }
}
