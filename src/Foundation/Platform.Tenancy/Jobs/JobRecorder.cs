using System.Threading.Channels;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Jobs;

/// <summary>Writes outcomes as they come, several in one statement: communes never wait for the national database.</summary>
internal sealed class JobRecorder : IAsyncDisposable
{
    private readonly JobRunStore store;
    private readonly JobRun run;
    private readonly JobOptions options;
    private readonly TimeProvider time;
    private readonly Channel<CommuneOutcome> outcomes = Channel.CreateUnbounded<CommuneOutcome>();
    private readonly Task writing;

    public JobRecorder(JobRunStore store, JobRun run, JobOptions options, TimeProvider time)
    {
        (this.store, this.run, this.options, this.time) = (store, run, options, time);
        writing = Task.Run(WriteAsync);
    }

    public void Add(CommuneOutcome outcome) => outcomes.Writer.TryWrite(outcome);

    /// <summary>Waits until all are written, also where the run was interrupted: what is done is done.</summary>
    public async ValueTask DisposeAsync()
    {
        outcomes.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        var batch = new List<CommuneOutcome>();
        while (await outcomes.Reader.WaitToReadAsync())
        {
            if (!outcomes.Reader.Completion.IsCompleted && outcomes.Reader.Count < options.RecordAtMost)
            {
                await Task.WhenAny(Task.Delay(options.RecordEvery, time), outcomes.Reader.Completion);
            }

            batch.Clear();
            while (batch.Count < options.RecordAtMost && outcomes.Reader.TryRead(out var outcome))
            {
                batch.Add(outcome);
            }

            await store.RecordAsync(run, batch, CancellationToken.None);
        }
    }
}
