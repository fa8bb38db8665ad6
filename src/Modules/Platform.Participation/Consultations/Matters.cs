using System.Globalization;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;

namespace Platform.Participation.Consultations;

/// <summary>Makes of what another room puts before the public what remarks can be about: one row for each section or card, and one for each passage.</summary>
internal static class Matters
{
    public static IReadOnlyList<Matter> Of(IEnumerable<ConsultablePart> parts, ConsultableKind kind)
    {
        var (head, passage) = kind == ConsultableKind.Text ? (MatterKind.Section, MatterKind.Paragraph) : (MatterKind.Card, MatterKind.Field);
        var matters = new List<Matter>();
        foreach (var part in parts)
        {
            matters.Add(Matter.Head(head, matters.Count + 1, part.Key, part.Number, part.Title, part.Link, part.Level));
            var number = 0;
            foreach (var said in part.Passages)
            {
                number++;
                matters.Add(Matter.Part(passage, matters.Count + 1, $"{part.Key}:{KeyOf(said.Field, number)}", part.Key, said.Field, said.Text));
            }
        }

        return matters;
    }

    /// <summary>Cards that people bring in are put in order of importance with the others.</summary>
    public static bool IsHead(this Matter matter) => matter.Kind is MatterKind.Section or MatterKind.Card or MatterKind.Idea;

    /// <summary>The section or card that what is said of each matter is counted with, by the matter's number: of an idea that was put together with another, the other.</summary>
    public static IReadOnlyDictionary<int, Matter> StandingHeads(this IReadOnlyList<Matter> matters)
    {
        var heads = matters.Where(matter => matter.ParentKey is null).ToDictionary(matter => matter.Key, StringComparer.Ordinal);
        return matters.ToDictionary(matter => matter.Id, matter =>
        {
            var head = heads.GetValueOrDefault(matter.ParentKey ?? matter.Key) ?? matter;
            return heads.GetValueOrDefault(head.MergedInto ?? head.Key) ?? head;
        });
    }

    private static string KeyOf(CardField? field, int number) =>
        field is { } known ? MachineWord.Of(known) : number.ToString(CultureInfo.InvariantCulture);
}
