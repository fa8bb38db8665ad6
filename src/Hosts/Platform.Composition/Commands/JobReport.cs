using Platform.Tenancy.Jobs;

namespace Platform.Composition.Commands;

/// <summary>How commands tell of the runs that they start.</summary>
internal static class JobReport
{
    public static Action<JobProgress> Progress(Operator console) => progress => console.Say(
        progress.Last.Error is null ? "CommuneDone" : "CommuneFailed",
        progress.Done, progress.Total, progress.Last.Commune.Slug, progress.Last.Took.TotalSeconds, progress.Last.Error?.Message.Split('\n')[0] ?? "");

    /// <returns>The exit code.</returns>
    public static int Tell(Operator console, JobResult result)
    {
        switch (result.Verdict)
        {
            case JobVerdict.Completed:
                console.Say("RunCompleted", result.Request.Job, result.Request.Key, result.Done);
                return Operator.Done;
            case JobVerdict.AlreadyCompleted:
                console.Say("RunAlreadyCompleted", result.Request.Job, result.Request.Key);
                return Operator.Done;
            case JobVerdict.Failed:
                console.Refuse("RunFailed", result.Request.Job, result.Request.Key, result.Done, result.Failures.Count);
                foreach (var (slug, why) in result.Failures)
                {
                    console.Refuse("FailedBecause", slug, why);
                }

                return Operator.Failed;
            case JobVerdict.RunningElsewhere:
                return console.Refuse("RunningElsewhere", result.Request.Job, result.Request.Key);
            case JobVerdict.UnknownJob:
                return console.Refuse("UnknownJob", result.Request.Job);
            default:
                return console.Refuse("NoOpenCommune");
        }
    }
}
