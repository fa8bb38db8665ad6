using Platform.Kernel.Text;

namespace Platform.Kernel.Consulting;

/// <summary>How something is put before the public.</summary>
public enum ConsultableKind
{
    /// <summary>A text in sections and paragraphs: a draft of the charter.</summary>
    Text,

    /// <summary>Cards with fields: openness projects, activities.</summary>
    Cards,
}

/// <summary>A field of a card on which notes are written, as the note cards of openness programmes print them.</summary>
public enum CardField
{
    Problem,
    Solutions,
    Funding,
    FollowUpIndicators,
    ImpactIndicators,
    Other,
}

/// <summary>Something of a commune's that it can put before the public.</summary>
/// <param name="Key">Does not change: <c>charter:draft</c>, <c>openness:projects</c>, <c>plan:activities</c>.</param>
public sealed record ConsultableSource(string Key, ConsultableKind Kind, LocalizedText Title);

/// <param name="Field">None for a section of a text.</param>
/// <param name="Text">Markdown; none where nothing stands there yet, and may be proposed.</param>
public sealed record ConsultablePassage(CardField? Field, LocalizedText? Text);

/// <summary>A section of a text, or a card.</summary>
/// <param name="Key">Does not change: <c>commitments-commune</c>, <c>project:68</c>, <c>activity:2.1</c>.</param>
/// <param name="Number">As the document counts it: <c>5.1</c>, <c>68</c>.</param>
/// <param name="Level">1, or 2 for a part of a section.</param>
/// <param name="Link">Its public page, relative to the language's root; none while it has none.</param>
public sealed record ConsultablePart(string Key, string? Number, int Level, LocalizedText Title, IReadOnlyList<ConsultablePassage> Passages, string? Link);

/// <summary>
/// What a room can put before the public. A consultation keeps a copy of the parts as they were when it was announced, so that every remark stays beside the
/// words that it is about. Registered as a scoped service; it reads the commune of its scope.
/// </summary>
public interface IConsultable
{
    /// <summary>What there is now, for the team to choose from.</summary>
    Task<IReadOnlyList<ConsultableSource>> SourcesAsync(CancellationToken cancellation);

    /// <summary>The parts of one of its sources, in the order of the document; none where it is not this room's or holds nothing.</summary>
    Task<IReadOnlyList<ConsultablePart>> PartsAsync(string source, CancellationToken cancellation);
}
