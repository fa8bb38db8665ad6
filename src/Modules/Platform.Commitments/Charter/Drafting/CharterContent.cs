using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Platform.Data.Seeding;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.Drafting;

internal sealed record SectionContent(
    string Key, string? ParentKey, string Number, LocalizedText Title, LocalizedText? Text, SeedSource? Source = null, int? ModelNumber = null);

internal sealed record RungContent(LadderRung Rung, LocalizedText Title, LocalizedText Text, SeedSource? Source);

internal sealed record ReferenceContent(LegalReferenceKind Kind, LocalizedText Title, LocalizedText Text, SeedSource? Source);

internal sealed record CommitmentContent(string Key, CommitmentParty Party, string Number, LocalizedText Text, SeedSource? Source);

/// <summary>
/// All that a version of the charter says, apart from the row that keeps it: what a draft begins with, and what is kept of a draft while it goes on.
/// </summary>
internal sealed record CharterContent(
    LocalizedText Title,
    IReadOnlyList<SectionContent> Sections,
    IReadOnlyList<RungContent> Ladder,
    IReadOnlyList<ReferenceContent> References,
    IReadOnlyList<CommitmentContent> Commitments,
    IReadOnlyList<LocalizedText> Seats,
    IReadOnlyList<LocalizedText> Tasks)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static CharterContent Of(CharterVersion version) => new(
        version.Title,
        [.. version.Sections.OrderBy(section => section.Position).Select(section => new SectionContent(
            section.Key, section.ParentKey, section.Number, section.Title, section.Text, section.Source, section.ModelNumber))],
        [.. version.Ladder.OrderBy(rung => rung.Position).Select(rung => new RungContent(rung.Rung, rung.Title, rung.Text, rung.Source))],
        [.. version.References.OrderBy(reference => reference.Position).Select(reference => new ReferenceContent(
            reference.Kind, reference.Title, reference.Text, reference.Source))],
        [.. version.Commitments.OrderBy(commitment => commitment.Position).Select(commitment => new CommitmentContent(
            commitment.Key, commitment.Party, commitment.Number, commitment.Text, commitment.Source))],
        [.. version.Seats.OrderBy(seat => seat.Position).Select(seat => seat.Function)],
        [.. version.Tasks.OrderBy(task => task.Position).Select(task => task.Text)]);

    public static CharterContent WithTitle(LocalizedText title) => new(title, [], [], [], [], [], []);

    public static CharterContent Parse(string json) => JsonSerializer.Deserialize<CharterContent>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A version that holds this, and is in no database.</summary>
    public CharterVersion ToVersion(int number)
    {
        var version = CharterVersion.Draft(number, Title);
        FillInto(version);
        return version;
    }

    /// <summary>Adds everything to a version that holds nothing.</summary>
    public void FillInto(CharterVersion version)
    {
        version.Rename(Title);
        version.Sections.AddRange(Sections.Select((section, at) => CharterSection.Of(
            section.Key, section.ParentKey, section.Number, at + 1, section.Title, section.Text, section.Source, section.ModelNumber)));
        version.Ladder.AddRange(Ladder.Select(rung => CharterRung.Of(rung.Rung, rung.Title, rung.Text, rung.Source)));
        version.References.AddRange(References.Select((reference, at) => CharterReference.Of(
            reference.Kind, at + 1, reference.Title, reference.Text, reference.Source)));
        version.Commitments.AddRange(Commitments.Select((commitment, at) => Commitment.Of(
            commitment.Party, commitment.Number, at + 1, commitment.Text, commitment.Source, commitment.Key)));
        version.Seats.AddRange(Seats.Select((seat, at) => TeamSeat.Of(at + 1, seat)));
        version.Tasks.AddRange(Tasks.Select((task, at) => TeamTask.Of(at + 1, task)));
    }
}
