using Platform.Kernel.Files;

namespace Platform.Commitments.Importing;

/// <summary>Documents that an import attaches to what it writes, gathered while it is written.</summary>
internal sealed class Attachments
{
    private readonly List<(string Subject, int Number)> all = [];

    /// <param name="kept">Numbers as rows keep them.</param>
    public void Add(string subject, string kept) => all.AddRange(DocumentReferences.NumbersIn(kept).Select(number => (subject, number)));

    /// <summary>Saved with the caller's own changes.</summary>
    public async Task AttachAsync(IDocuments documents, CancellationToken cancellation)
    {
        foreach (var (subject, number) in all)
        {
            await documents.AttachAsync(number, subject, cancellation);
        }
    }

    /// <summary>Takes off a subject what an import attached to it.</summary>
    public static async Task DetachAsync(IDocuments documents, string subject, string before, string after, CancellationToken cancellation)
    {
        foreach (var number in DocumentReferences.NumbersIn(after).Except(DocumentReferences.NumbersIn(before)))
        {
            await documents.DetachAsync(number, subject, cancellation);
        }
    }

    /// <summary>Takes everything off subjects that are about to go.</summary>
    public static async Task DetachAllAsync(IDocuments documents, IReadOnlyCollection<string> subjects, CancellationToken cancellation)
    {
        if (subjects.Count == 0)
        {
            return;
        }

        foreach (var attached in await documents.OfAsync(subjects, unpublished: true, cancellation))
        {
            foreach (var document in attached)
            {
                await documents.DetachAsync(document.Number, attached.Key, cancellation);
            }
        }
    }
}
