using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>
/// Reads a section of DGCT's model as a charter has it: in the sections of commitments each item of the list is a commitment, the rest is text.
/// </summary>
internal sealed record ModelText(LocalizedText? Text, IReadOnlyList<LocalizedText> Commitments)
{
    private static readonly CommitmentParty[] Parties = Enum.GetValues<CommitmentParty>();

    public static ModelText Of(ModelSection section)
    {
        if (section.Text is not { } text || PartyOf(section.Key) is null)
        {
            return new(section.Text, []);
        }

        var (arabic, french, amazigh) = (Split(text.Ar), Split(text.Fr), Split(text.Zgh));
        var commitments = arabic.Items.Select((item, at) => new LocalizedText(item, At(french.Items, at), At(amazigh.Items, at))).ToList();
        return new(arabic.Prose.Length == 0 ? null : new(arabic.Prose, french.Prose, amazigh.Prose), commitments);

        // A translation with fewer or more items says other things: it is not laid beside the Arabic one.
        string? At(List<string> items, int at) => items.Count == arabic.Items.Count ? items[at] : null;
    }

    public static CommitmentParty? PartyOf(string key)
    {
        var at = Array.FindIndex(Parties, party => CharterSection.CommitmentsKey(party) == key);
        return at < 0 ? null : Parties[at];
    }

    private static (List<string> Items, string Prose) Split(string? text)
    {
        var items = new List<string>();
        var rest = new List<string>();
        var inItem = false;
        foreach (var line in (text ?? "").Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("- ", StringComparison.Ordinal) || trimmed.StartsWith("* ", StringComparison.Ordinal))
            {
                items.Add(trimmed[2..].Trim());
                inItem = true;
            }
            else if (trimmed.Length == 0)
            {
                inItem = false;
                rest.Add("");
            }
            else if (inItem)
            {
                items[^1] += " " + trimmed;
            }
            else
            {
                rest.Add(line.TrimEnd());
            }
        }

        return (items, string.Join('\n', rest).Trim());
    }
}
