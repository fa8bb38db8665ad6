using Platform.Kernel.Text;

namespace Platform.Kernel.Files;

/// <summary>A file as a form sent it.</summary>
/// <param name="Name">As the sender's machine names it. It is shown to people, cleaned, and never used as a path.</param>
/// <param name="Open">Opens its content; it is read once and forwards.</param>
public sealed record IncomingFile(string Name, Func<Stream> Open);

/// <summary>A file that was checked and durably stored, and that belongs to no document yet. Left alone, it is forgotten after some days.</summary>
/// <param name="Code">Unguessable; it travels in the form as a hidden field, so that a form that is shown again has not lost its files.</param>
public sealed record ReceivedFile(string Code, string Name, long Length);

/// <summary>What became of the files of a form.</summary>
/// <param name="Files">Those that can be kept, in the order of the form.</param>
/// <param name="Problems">What to tell the person, in the language of the request; empty when all were received.</param>
/// <param name="StoreDown">The store did not answer: nothing is wrong with the files, and trying again later helps.</param>
public sealed record ReceivedFiles(IReadOnlyList<ReceivedFile> Files, IReadOnlyList<string> Problems, bool StoreDown = false);

/// <summary>What a room says of a document that it has kept.</summary>
/// <param name="Date">The day of the act that it documents.</param>
/// <param name="Subject">What it belongs to, by a key that does not change: <c>activity:2.1</c>, <c>charter:1</c>, <c>value:plan-activities:2026-10:1</c>.</param>
public sealed record NewDocument(DocumentKind Kind, LocalizedText Title, DateOnly Date, string Subject, bool Publish);

/// <summary>A document as another room shows it.</summary>
/// <param name="Number">Its number among the commune's documents, and in its address.</param>
/// <param name="Link">Its public page, relative to the language's root: <c>/documents/12</c>; it answers only while the document is published.</param>
public sealed record AttachedDocument(
    int Number, DocumentKind Kind, LocalizedText Title, DateOnly Date, bool Published, string FileName, string Format, long Length, string Link);

/// <summary>The documents of the commune of the scope, for rooms that receive evidence or refer to a document.</summary>
public interface IDocuments
{
    /// <summary>The longest <see cref="NewDocument.Subject"/>.</summary>
    const int SubjectLength = 120;

    /// <summary>What may be sent and how large, in a sentence in the language of the request.</summary>
    string Accepted { get; }

    /// <summary>
    /// Checks and stores the files of a form: those just sent, and those of an earlier try by their codes. Called before anything is changed on the
    /// commune's context, because it saves on it.
    /// </summary>
    Task<ReceivedFiles> ReceiveAsync(IReadOnlyList<IncomingFile> sent, IReadOnlyList<string> codes, CancellationToken cancellation);

    /// <summary>
    /// Makes a document of a received file. It is written to the commune's context, with its act in the audit trail, and saved with the caller's own changes,
    /// or not at all.
    /// </summary>
    Task KeepAsync(ReceivedFile file, NewDocument about, CancellationToken cancellation);

    /// <summary>Attaches a document that is there already; saved with the caller's own changes.</summary>
    /// <returns>False where there is no such document.</returns>
    Task<bool> AttachAsync(int number, string subject, CancellationToken cancellation);

    /// <summary>Takes a document off a subject; the document itself stays. Saved with the caller's own changes.</summary>
    /// <returns>False where it was not attached.</returns>
    Task<bool> DetachAsync(int number, string subject, CancellationToken cancellation);

    /// <summary>
    /// Publishes what is attached to a subject and was waiting for it: the thing itself becomes public. Saved with the caller's own changes.
    /// </summary>
    Task PublishAsync(string subject, CancellationToken cancellation);

    /// <summary>Which of these documents there are, by their numbers, with their titles; published or not.</summary>
    Task<IReadOnlyDictionary<int, LocalizedText>> TitlesAsync(IReadOnlyCollection<int> numbers, CancellationToken cancellation);

    /// <summary>Documents of several subjects, unpublished ones included where asked for, by subject, the latest first.</summary>
    Task<ILookup<string, AttachedDocument>> OfAsync(IReadOnlyCollection<string> subjects, bool unpublished, CancellationToken cancellation);
}
