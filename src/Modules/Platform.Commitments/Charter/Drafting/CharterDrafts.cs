using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.Charters;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>What a draft can begin with.</summary>
internal enum DraftStart
{
    Model,
    InForce,
    Headings,
    Empty,
}

/// <summary>Thrown where two people begin a draft in the same moment: the second is told.</summary>
internal sealed class DraftTakenException() : InvalidOperationException("Somebody else has just begun a draft.");

/// <summary>The one version that a commune is working on: begun, begun anew, changed, adopted, published. Each act is saved with its entry in the audit trail.</summary>
internal sealed class CharterDrafts(
    CommuneContext db, IModelCharters models, StandardCharter standard, IDocuments documents, AuditTrail audit, TimeProvider time)
{
    /// <summary>The version being made, with all its parts, to be changed.</summary>
    public Task<CharterVersion?> OpenAsync(CancellationToken cancellation) =>
        db.Set<CharterVersion>().Open().Whole().OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>The version being made, without its parts, to be read.</summary>
    public Task<CharterVersion?> GlanceAsync(CancellationToken cancellation) =>
        db.Set<CharterVersion>().AsNoTracking().Open().OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>What a draft would begin with, or null where there is no such thing.</summary>
    public async Task<CharterContent?> ContentAsync(DraftStart start, LocalizedText title, CancellationToken cancellation)
    {
        switch (start)
        {
            case DraftStart.Model:
                return await models.LatestAsync(cancellation) is { } model ? FromModel(model, title) : null;
            case DraftStart.InForce:
                var version = await db.Set<CharterVersion>().AsNoTracking()
                    .Where(version => version.State == CharterState.InForce).Whole().OrderBy(version => version.Number).FirstOrDefaultAsync(cancellation);
                return version is null ? null : CharterContent.Of(version) with { Title = title };
            case DraftStart.Headings:
                return CharterContent.WithTitle(title) with
                {
                    Sections = [.. standard.Headings.Select(heading => new SectionContent(heading.Key, heading.ParentKey, heading.Number, heading.Title, null))],
                };
            default:
                return CharterContent.WithTitle(title);
        }
    }

    /// <summary>Begins a draft, or begins the one there is anew: what it said until now is kept.</summary>
    /// <param name="anew">Whether a draft was there when this was asked for.</param>
    /// <exception cref="DraftTakenException">Somebody else was faster.</exception>
    /// <exception cref="InvalidOperationException">The version being made is adopted already.</exception>
    public async Task BeginAsync(DraftStart start, CharterContent content, bool anew, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        if (anew && await OpenAsync(cancellation) is { } draft)
        {
            draft.Touch(now);
            db.Add(KeptText.Of(draft, KeptFor.NewStart, now));
            db.RemoveRange(draft.Sections);
            db.RemoveRange(draft.Ladder);
            db.RemoveRange(draft.References);
            db.RemoveRange(draft.Commitments);
            db.RemoveRange(draft.Seats);
            db.RemoveRange(draft.Tasks);
            audit.Record("charter.draft-begun-anew", Subject(draft), after: new { from = start });

            // Rows that go and rows that come may have the same key: they go first, all in one transaction with what follows. It is not tried again where the connection
            // breaks: what the first save took with it is forgotten by then.
            await using var transaction = await db.BeginAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            draft.Clear();
            content.FillInto(draft);
            CharterOrder.Arrange(draft);
            draft.Touch(time.UtcNow());
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return;
        }

        // One after the other: between looking for a draft and numbering the next, somebody else may have begun theirs.
        await using var act = await db.BeginActAsync(cancellation);
        if (await GlanceAsync(cancellation) is not null)
        {
            throw new DraftTakenException();
        }

        var number = 1 + (await db.Set<CharterVersion>().MaxAsync(version => (int?)version.Number, cancellation) ?? 0);
        var begun = content.ToVersion(number);
        begun.Touch(now);
        CharterOrder.Arrange(begun);
        db.Add(begun);
        audit.Record("charter.draft-begun", $"charter:{number}", after: new { from = start });
        await db.SaveChangesAsync(cancellation);
        await act.CommitAsync(cancellation);
    }

    /// <summary>The council's adoption. Its documents wait with the version until it is published.</summary>
    public async Task AdoptAsync(
        CharterVersion version, DateOnly on, LocalizedText? session, string? deliberation, IReadOnlyList<ReceivedFile> files, CancellationToken cancellation)
    {
        version.RecordAdoption(on, session, deliberation);
        foreach (var file in files)
        {
            await documents.KeepAsync(
                file,
                new(DocumentKind.Deliberation, BothLanguages.Of(typeof(DraftingTexts), "AdoptionDocumentTitle", version.Number), on, version.DocumentsSubject, Publish: false),
                cancellation);
        }

        audit.Record("charter.adopted", Subject(version), after: new { adoptedOn = on, session, deliberation });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Back to the desk before it is published; the text that the council adopted is kept.</summary>
    public async Task ReturnAsync(CharterVersion version, string reason, CancellationToken cancellation)
    {
        var before = new { version.AdoptedOn, version.Session, version.Deliberation };
        version.ReturnToDraft();
        db.Add(KeptText.Of(version, KeptFor.Return, time.UtcNow()));
        audit.Record("charter.returned-to-draft", Subject(version), reason, before, new { version.AdoptedOn, version.Session, version.Deliberation });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Puts an adopted version in force in place of the one before. Both change in one save.</summary>
    public async Task PublishAsync(CharterVersion version, CancellationToken cancellation)
    {
        // Where somebody has just published this one, the save below finds it changed.
        var before = await db.Set<CharterVersion>().Where(other => other.State == CharterState.InForce && other.Id != version.Id).ToListAsync(cancellation);
        foreach (var other in before)
        {
            other.Supersede();
            audit.Record("charter.superseded", Subject(other), after: new { by = version.Number });
        }

        version.Publish(time.UtcNow());
        await documents.PublishAsync(version.DocumentsSubject, cancellation);
        audit.Record("charter.published", Subject(version), after: new { version.AdoptedOn, version.Session, version.Deliberation });
        await db.SaveChangesAsync(cancellation);
    }

    public static string Subject(CharterVersion version) => $"charter:{version.Number}";

    private static CharterContent FromModel(ModelCharter model, LocalizedText title)
    {
        var content = CharterContent.WithTitle(title);
        var commitments = new List<CommitmentContent>();
        var sections = new List<SectionContent>();
        foreach (var section in model.Sections)
        {
            var text = ModelText.Of(section);
            sections.Add(new(section.Key, section.ParentKey, section.Number, section.Title, text.Text, null, model.Number));
            commitments.AddRange(text.Commitments.Select(commitment => new CommitmentContent(
                NewKey(), ModelText.PartyOf(section.Key)!.Value, "", commitment, null)));
        }

        return content with { Sections = sections, Commitments = commitments };
    }

    /// <summary>A key that no other item ever had.</summary>
    public static string NewKey() => "k-" + Guid.CreateVersion7().ToString("n");
}
