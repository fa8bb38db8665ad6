namespace Platform.Kernel.Jobs;

/// <summary>
/// Begins a job for the commune of the scope without anybody waiting for it: what takes longer than a page may. The run is kept and claimed as those of the
/// scheduler are, so that it goes on when its process ends, and is done by one process at a time.
/// </summary>
public interface IJobStarter
{
    /// <param name="job">Name of the job.</param>
    /// <param name="key">What it is to cover. The same again begins nothing while it is under way, and nothing once it is done.</param>
    void Begin(string job, string key);
}
