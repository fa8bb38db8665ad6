using System.Threading.Channels;

namespace Platform.Composition.Mailing;

/// <summary>Says whose outbox has just got a mail, so that it is sent at once and not at the next look. Rings for one outbox that nobody has answered are one.</summary>
internal sealed class MailBell
{
    /// <summary>Stands for the national outbox among the slugs of communes.</summary>
    public const string National = "";

    private readonly Channel<string> rings = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> unanswered = [];

    public void Ring(string outbox)
    {
        lock (unanswered)
        {
            if (unanswered.Add(outbox))
            {
                rings.Writer.TryWrite(outbox);
            }
        }
    }

    public async ValueTask<string> AnswerAsync(CancellationToken cancellation)
    {
        var outbox = await rings.Reader.ReadAsync(cancellation);
        lock (unanswered)
        {
            unanswered.Remove(outbox);
        }

        return outbox;
    }
}
