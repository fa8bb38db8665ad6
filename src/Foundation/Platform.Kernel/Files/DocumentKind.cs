namespace Platform.Kernel.Files;

/// <summary>What a document is, in the words of communes.</summary>
public enum DocumentKind
{
    /// <summary>Of the council.</summary>
    Deliberation,

    /// <summary>Of the president: a decision or an order.</summary>
    Decision,
    Minutes,
    Report,
    Charter,
    Plan,
    Budget,
    Announcement,
    Guide,
    Form,

    /// <summary>Shows that something was done: a receipt, a list, a letter.</summary>
    Evidence,
    Photo,
    Recording,
    Other,
}
