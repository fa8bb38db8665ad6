using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Platform.Participation.Contributions;

/// <summary>
/// Contributions to one commune are written one after the other, and all that wait at the same time together: whoever comes to the front takes those behind
/// along. One commit, and one wait for the disk, makes many durable; each is answered after the commit that holds it. While nobody waits, each is written alone
/// and at once; where they come one on the heels of the other, the front waits a moment for those behind, which leaves the processors to who reads meanwhile.
/// </summary>
internal sealed class ReceptionQueue
{
    /// <summary>So many are written in one transaction: more would make the first of them wait for the last.</summary>
    private const int MostTogether = 100;

    /// <summary>As many need no waiting for more.</summary>
    private const int Enough = 8;

    private static readonly TimeSpan OnTheHeels = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(15);

    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.Ordinal);

    /// <summary>Waits for this commune's turn, alone; disposing what it gives lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string commune)
    {
        var line = LineOf(commune);
        await line.StandAsync(new(null));
        return line;
    }

    /// <param name="write">Writes all of them down and gives each its receipt, or its fault; called by one of those who wait, for the others too.</param>
    /// <param name="alone">It can be written by nobody else, nor together with others.</param>
    public async Task<Receipt> ReceiveAsync(string commune, Arrival arrival, Func<IReadOnlyList<Arrival>, Task> write, bool alone)
    {
        var line = LineOf(commune);
        if (await line.StandAsync(new(alone ? null : arrival)))
        {
            using (line)
            {
                if (!alone && line.IsDrawn(Enough, OnTheHeels))
                {
                    await Task.Delay(Moment);
                }

                await WriteAsync(arrival, alone ? [] : line.TakeAlong(MostTogether - 1), write);
            }
        }

        if (arrival.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return arrival.Receipt!;
    }

    private static async Task WriteAsync(Arrival first, List<Place> along, Func<IReadOnlyList<Arrival>, Task> write)
    {
        Arrival[] together = [first, .. along.Select(place => place.Arrival!)];
        try
        {
            await write(together);
        }
#pragma warning disable CA1031 // It is everybody's who was taken along: each request throws it to its own sender.
        catch (Exception error)
        {
            foreach (var arrival in together.Where(arrival => arrival.Receipt is null))
            {
                arrival.Fault ??= error;
            }
        }
#pragma warning restore CA1031
        finally
        {
            foreach (var place in along)
            {
                place.IsWritten();
            }
        }
    }

    private Line LineOf(string commune) => lines.GetOrAdd(commune, _ => new());

    /// <param name="arrival">None for who must be alone.</param>
    private sealed class Place(Arrival? arrival)
    {
        private readonly TaskCompletionSource<bool> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Arrival? Arrival => arrival;

        /// <summary>True where it is its turn, false where somebody else has written it.</summary>
        public Task<bool> Turn => turn.Task;

        public void IsNext() => turn.SetResult(true);

        public void IsWritten() => turn.SetResult(false);
    }

    /// <summary>Disposing it ends a turn.</summary>
    private sealed class Line : IDisposable
    {
        private readonly Lock gate = new();
        private readonly Queue<Place> waiting = [];
        private bool taken;

        /// <summary>When the last turn ended, on the clock of the machine: this is about its load, not about anybody's time of day.</summary>
        private long? ended;

        /// <summary>One comes after the other, and not yet so many wait.</summary>
        public bool IsDrawn(int enough, TimeSpan gap)
        {
            lock (gate)
            {
                return waiting.Count < enough && ended is { } last && Stopwatch.GetElapsedTime(last) < gap;
            }
        }

        public Task<bool> StandAsync(Place place)
        {
            lock (gate)
            {
                if (!taken)
                {
                    taken = true;
                    return Task.FromResult(true);
                }

                waiting.Enqueue(place);
                return place.Turn;
            }
        }

        /// <summary>Those at the front who can be written by somebody else.</summary>
        public List<Place> TakeAlong(int most)
        {
            lock (gate)
            {
                var along = new List<Place>();
                while (along.Count < most && waiting.TryPeek(out var next) && next.Arrival is not null)
                {
                    along.Add(waiting.Dequeue());
                }

                return along;
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                ended = Stopwatch.GetTimestamp();
                if (waiting.TryDequeue(out var next))
                {
                    next.IsNext();
                }
                else
                {
                    taken = false;
                }
            }
        }
    }
}

/// <summary>What was sent, at the door: written down together with others who came at the same time.</summary>
/// <param name="ticket">Digest of the sending's ticket.</param>
/// <param name="at">When it came, UTC. Who came in time is in time, however long the line.</param>
internal sealed class Arrival(Consultations.Consultation consultation, Sending sending, string ticket, DateTime at)
{
    public Consultations.Consultation Consultation => consultation;

    public Sending Sending => sending;

    public string Ticket => ticket;

    public DateTime At => at;

    public Receipt? Receipt { get; set; }

    /// <summary>Why it could not be written.</summary>
    public Exception? Fault { get; set; }
}
