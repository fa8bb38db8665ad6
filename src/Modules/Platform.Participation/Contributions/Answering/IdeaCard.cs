using Microsoft.Extensions.Localization;
using Platform.Kernel.Consulting;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions.Answering;

/// <summary>An idea as the card that it becomes, and as one text that the team reads and others find.</summary>
/// <param name="Cards">The card, and then its fields.</param>
internal sealed record IdeaCard(IReadOnlyList<Matter> Cards, string Whole)
{
    public const int TitleLength = 160;

    /// <param name="from">What makes two ideas of the same words different: who brings them.</param>
    public static IdeaCard Of(
        Consultation consultation, string title, IEnumerable<(CardField Field, string Text)> fields, string from, DateTime now, IStringLocalizer<ContributionsTexts> texts)
    {
        var written = fields.ToDictionary(field => field.Field, field => field.Text);
        var whole = string.Join("\n\n", written.OrderBy(field => field.Key).Select(field => $"{texts["Field_" + field.Key].Value}\n{field.Value}").Prepend(title));
        var key = "idea:" + Tracking.DigestOfPerson(consultation.Id, from, whole)[..16];

        // After everything that was there from the beginning, in the order in which they came.
        var position = 100_000 + ((int)(now - consultation.OpensAt).TotalSeconds * 10);
        return new(
            [
                Matter.Head(MatterKind.Idea, position, key, null, Words.AsWritten(title), null).BroughtInto(consultation),
                .. Enum.GetValues<CardField>().Select((field, at) => Matter
                    .Part(MatterKind.Field, position + 1 + at, $"{key}:{field}", key, field, written.TryGetValue(field, out var text) ? Words.AsWritten(text) : null)
                    .BroughtInto(consultation)),
            ],
            whole);
    }
}
