using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>
/// Reads <c>charter.yaml</c> (structure and items) and <c>charter.md</c> (long texts), whose sections must match key by key. A version that was brought
/// is never touched again, as a charter is changed by a vote: a folder that has come to the next version brings that one. Signatories are added as they come.
/// </summary>
internal sealed class CharterSeeder(CommuneContext db, TimeProvider time) : ICommuneSeeder
{
    private const string TextFile = "charter.md";

    public int Order => 100;

    public async Task SeedAsync(SeedFolder folder, CancellationToken cancellation)
    {
        var root = folder.Yaml("charter.yaml");
        var texts = folder.Markdown(TextFile);
        if (root is null)
        {
            if (texts is not null)
            {
                folder.Refuse(TextFile, 1, "There is no usable charter.yaml beside it: write one with the sections and items of the charter.");
            }

            return;
        }

        var version = Read(root, texts ?? [], folder);
        if (texts is null)
        {
            root.Refuse("charter.md is missing: it holds the texts of the sections.");
        }

        var signatories = root.Items("signatories").Select(ReadSignatory).ToList();
        var brought = await SeedLedger.OpenAsync(db, "charter", cancellation);
        var hadBegun = brought.HasBegun;
        var there = await db.Set<CharterVersion>().OrderBy(other => other.Number).ToListAsync(cancellation);
        var isNew = brought.IsNew($"version:{version.Number}");
        if (isNew && (there.Count == 0 ? !hadBegun : version.Number == there[^1].Number + 1))
        {
            if (version.State == CharterState.InForce)
            {
                there.Find(other => other.State == CharterState.InForce)?.Supersede();
            }

            db.Add(version);
        }

        // In a database older than its ledger nobody knows who was taken away: all of them count as brought.
        var first = there.Count == 0;
        db.AddRange(signatories.Where(signatory =>
            brought.IsNew(SeedKeys.Of($"signatory:{signatory.SignedOn:yyyy-MM-dd}", signatory.Name)) && (first || hadBegun)));
    }

    private CharterVersion Read(SeedNode root, IReadOnlyList<SeedSection> texts, SeedFolder folder)
    {
        root.Allow("title", "version", "adopted", "source", "sections", "ladder", "legalReferences", "commitments", "followUpTeam", "signatories");
        var source = root.Source();
        var team = root.Child("followUpTeam")?.Allow("source", "seats", "tasks");
        var version = CharterVersion.Draft(
            Math.Max(1, root.RequiredWhole("version", 1, 999)), root.RequiredLocalized("title"), source, team?.Source(source) ?? source);

        version.Sections.AddRange(ReadSections(root, texts, folder, source));
        version.Ladder.AddRange(ReadLadder(root, source));
        version.References.AddRange(root.Items("legalReferences").Select((node, at) => CharterReference.Of(
            node.Allow("kind", "title", "text", "source").RequiredWord<LegalReferenceKind>("kind"),
            at + 1, node.RequiredLocalized("title"), node.RequiredLocalized("text"), node.Source(source))));
        version.Commitments.AddRange(ReadCommitments(root, source));
        version.Seats.AddRange((team?.Items("seats") ?? []).Select((node, at) =>
            TeamSeat.Of(at + 1, node.Allow("function").RequiredLocalized("function"))));
        version.Tasks.AddRange((team?.Items("tasks") ?? []).Select((node, at) => TeamTask.Of(at + 1, node.AsLocalized())));

        // A charter without a date of adoption is still a draft, and is not shown.
        if (root.Child("adopted") is { } adopted)
        {
            adopted.Allow("on", "session", "deliberation");
            version.Adopt(
                adopted.RequiredDate("on"), adopted.Localized("session"), adopted.Text("deliberation", CharterVersion.DeliberationLength), time.UtcNow());
        }

        return version;
    }

    private static List<CharterSection> ReadSections(SeedNode root, IReadOnlyList<SeedSection> texts, SeedFolder folder, SeedSource? inherited)
    {
        var sections = new List<CharterSection>();
        var nodes = root.Items("sections");
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i].Allow("key", "number", "fr", "source");
            var key = node.RequiredText("key", CharterSection.KeyLength);
            var number = node.RequiredText("number", CharterSection.NumberLength);
            if (sections.Exists(section => section.Key == key || section.Number == number))
            {
                node.Refuse($"The key '{key}' or the number '{number}' is used twice.");
            }

            if (texts.FirstOrDefault(text => text.Key == key) is not { } text)
            {
                node.Refuse($"charter.md has no section {{#{key}}}: add it, or correct the key.");
                continue;
            }

            if (i < texts.Count && texts[i].Key != key)
            {
                node.Refuse($"charter.md has '{texts[i].Key}' in this place: bring both files into the same order.");
            }

            sections.Add(CharterSection.Of(
                key, text.ParentKey, number, sections.Count + 1,
                new LocalizedText(text.Title, node.Text("fr")),
                text.Text.Length == 0 ? null : new LocalizedText(text.Text),
                node.Source(inherited)));
        }

        foreach (var text in texts.Where(text => !sections.Exists(section => section.Key == text.Key)))
        {
            folder.Refuse(TextFile, text.Line, $"charter.yaml has no section with the key '{text.Key}': add it, or correct the key.");
        }

        return sections;
    }

    private static List<CharterRung> ReadLadder(SeedNode root, SeedSource? inherited)
    {
        var rungs = new List<CharterRung>();
        foreach (var node in root.Items("ladder"))
        {
            node.Allow("rung", "title", "text", "source");
            var rung = node.RequiredWord<LadderRung>("rung");
            if (rungs.Exists(other => other.Rung >= rung))
            {
                node.Refuse("Rungs stand once each, in this order: information, consultation, concertation, co-decision.");
            }

            rungs.Add(CharterRung.Of(rung, node.RequiredLocalized("title"), node.RequiredLocalized("text"), node.Source(inherited)));
        }

        return rungs;
    }

    private static List<Commitment> ReadCommitments(SeedNode root, SeedSource? inherited)
    {
        var commitments = new List<Commitment>();
        foreach (var node in root.Items("commitments"))
        {
            node.Allow("party", "number", "text", "source");
            var number = node.RequiredText("number", Commitment.NumberLength);
            if (commitments.Exists(other => other.Number == number))
            {
                node.Refuse($"The number '{number}' is used twice: a commitment is cited by its number.");
            }

            commitments.Add(Commitment.Of(
                node.RequiredWord<CommitmentParty>("party"), number, commitments.Count + 1, node.RequiredLocalized("text"), node.Source(inherited)));
        }

        return commitments;
    }

    private static Signatory ReadSignatory(SeedNode node)
    {
        node.Allow("name", "kind", "capacity", "signedOn", "ceremony");
        return Signatory.Of(
            node.RequiredLocalized("name"), node.RequiredWord<SignatoryKind>("kind"), node.RequiredDate("signedOn"),
            node.Localized("capacity"), node.Localized("ceremony"));
    }
}
