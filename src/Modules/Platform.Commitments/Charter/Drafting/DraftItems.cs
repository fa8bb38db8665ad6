using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>The items of a draft by their kind.</summary>
internal static class DraftItems
{
    /// <summary>Most characters of a text in one language.</summary>
    public const int TextLength = 40_000;

    public const int TitleLength = 300;

    /// <summary>More of a kind than any charter has; a page of a thousand sections is a mistake or an attack.</summary>
    public const int Most = 200;

    public static ICharterItem? Find(CharterVersion draft, CharterItemKind kind, int id) => Of(draft, kind).FirstOrDefault(item => item.Id == id);

    public static IEnumerable<ICharterItem> Of(CharterVersion draft, CharterItemKind kind) => kind switch
    {
        CharterItemKind.Section => draft.Sections,
        CharterItemKind.Rung => draft.Ladder,
        CharterItemKind.Reference => draft.References,
        CharterItemKind.Commitment => draft.Commitments,
        CharterItemKind.Seat => draft.Seats,
        _ => draft.Tasks,
    };

    /// <summary>Its title and text, whichever it has.</summary>
    public static (LocalizedText? Title, LocalizedText? Text) Words(ICharterItem item) => item switch
    {
        CharterSection part => (part.Title, part.Text),
        CharterRung rung => (rung.Title, rung.Text),
        CharterReference reference => (reference.Title, reference.Text),
        Commitment commitment => (null, commitment.Text),
        TeamSeat seat => (null, seat.Function),
        TeamTask task => (null, task.Text),
        _ => (null, null),
    };

    public static string Subject(CharterVersion draft, CharterItemKind kind, ICharterItem item) =>
        $"{CharterDrafts.Subject(draft)}:{kind.ToString().ToLowerInvariant()}:{item.Id}";
}
