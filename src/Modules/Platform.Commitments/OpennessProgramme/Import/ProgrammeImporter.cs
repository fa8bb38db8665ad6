using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Applies drafts to the programme and takes them back: everything in one transaction, or nothing.</summary>
internal sealed class ProgrammeImporter(CommuneContext db, IDocuments documents, AuditTrail audit, CurrentCommune commune, TimeProvider time)
{
    /// <summary>A commune has one programme.</summary>
    private const string Subject = "openness:1";

    public async Task<IReadOnlyList<CheckedPart>> CheckAsync(ProgrammeDraft draft, CancellationToken cancellation)
    {
        var named = draft.Rows.SelectMany(row => row.Columns.Where(column => column.Field.IsDocuments()).Select(column => row.Texts[column]));
        return ProgrammeCheck.Of(
            draft.Rows, await db.StandingProgrammeAsync(documents, cancellation), await DocumentReferences.NamedInAsync(named, commune.Value.Address, documents, cancellation),
            draft.Updates, time.TodayInMorocco());
    }

    /// <param name="confirmed">The person has confirmed the official act among the rows, if one is.</param>
    public Task<ImportAnswer> ApplyAsync(int id, bool confirmed, CancellationToken cancellation) => db.ApplyingAsync(() => TryApplyAsync(id, confirmed, cancellation));

    public Task<ImportAnswer> UndoAsync(int id, CancellationToken cancellation) => db.UndoingAsync(
        stop => TryUndoAsync(id, stop), () => db.Set<ProgrammeDraft>().AnyAsync(draft => draft.Id == id && draft.State == ImportState.Undone, cancellation), cancellation);

    private async Task<ImportAnswer> TryApplyAsync(int id, bool confirmed, CancellationToken cancellation)
    {
        // What is there is read within the transaction: nobody moves or archives meanwhile what the rows were compared with.
        await using var transaction = await db.BeginActAsync(cancellation);
        db.ChangeTracker.Clear();
        var draft = await db.Set<ProgrammeDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation);
        if (draft is null || draft.State == ImportState.Discarded)
        {
            return ImportAnswer.NotThere;
        }

        if (draft.State != ImportState.Open)
        {
            return ImportAnswer.DoneBefore;
        }

        var rows = await CheckAsync(draft, cancellation);
        var chosen = rows.Where(row => row.Action != RowChoice.Skip).ToList();
        if (chosen.Count == 0 || chosen.Exists(row => row.Problems.Count > 0))
        {
            return ImportAnswer.Refused;
        }

        if (!confirmed && chosen.Exists(row => row.Adopts))
        {
            return ImportAnswer.Unconfirmed;
        }

        var (outcome, now) = await WriteAsync(chosen, rows.Count - chosen.Count, cancellation);
        draft.Apply(outcome, now);
        audit.Record(
            "openness.imported", Subject, draft.FileName,
            after: new
            {
                projectsAdded = outcome.Added(PartKind.Project),
                projectsUpdated = outcome.Updated(PartKind.Project),
                partsAdded = outcome.Changes.Count(change => change.Before is null) - outcome.Added(PartKind.Project),
                partsUpdated = outcome.Changes.Count(change => change.Before is not null) - outcome.Updated(PartKind.Project),
                outcome.Skipped,
            });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ImportAnswer.Done;
    }

    private async Task<(ProgrammeOutcome Outcome, DateTime Now)> WriteAsync(List<CheckedPart> chosen, int skipped, CancellationToken cancellation)
    {
        var (now, today) = (time.UtcNow(), time.TodayInMorocco());
        var programme = await db.WholeProgrammeAsync(tracked: true, cancellation);
        var isNew = programme is null;
        if (programme is null)
        {
            db.Add(programme = Programme.Begin(BothLanguages.Of(typeof(ProgrammeImportTexts), "StandardTitle", commune.Value.Name)));
        }
        else
        {
            db.EditedFrom(programme, programme.Revision);
        }

        var networks = await db.AllNetworksAsync(tracked: true, cancellation);
        var standing = await documents.StandingAsync(programme, networks, unpublished: true, cancellation);
        var writer = new ProgrammeWriter(db, programme, networks, today, now, programme.PublishedAt is null ? null : today);
        var changes = new List<ChangedPart>();

        // Steps and entries need their project.
        foreach (var row in chosen.OrderBy(row => row.Kind == PartKind.Project ? 0 : 1))
        {
            var there = row.Kind == PartKind.Programme ? standing.OfKind(PartKind.Programme).Single() : row.Action == RowChoice.Update ? standing.Find(row.Kind, row.Kept.Identity(row.Kind)) : null;
            var kept = there is null ? row.Kept : Whole(row.Kept, there.Texts);
            writer.Write(row.Kind, kept, there?.Row);
            changes.Add(new ChangedPart(row.Kind, there?.Texts, kept));
            if (row.Adopts)
            {
                audit.Record("openness.adopted", Subject, null, null, new { programme.AdoptedOn, programme.Session, programme.Deliberation });
            }
        }

        await writer.Attachments.AttachAsync(documents, cancellation);

        // As it can be read once it is saved, which is what undoing looks for.
        var after = StandingProgramme.Of(programme, networks, NoDocuments);
        return (new ProgrammeOutcome(
            isNew, [.. changes.Select(change => change with { After = Attached(after.Find(change.Kind, change.After.Identity(change.Kind))?.Texts ?? change.After, change.After) })], skipped), now);
    }

    private static readonly ILookup<string, AttachedDocument> NoDocuments = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    private static PartTexts Attached(PartTexts texts, PartTexts written) =>
        new(texts.Where(text => !IsDocuments(text.Key)).Concat(written.Where(text => IsDocuments(text.Key))));

    private static bool IsDocuments(string key) => PartColumn.OfKey(key)!.Value.Field.IsDocuments();

    /// <summary>What the file leaves out is as it was; a list that changed keeps no translation line by line.</summary>
    private static PartTexts Whole(PartTexts kept, PartTexts there)
    {
        var whole = new PartTexts(kept);
        foreach (var (key, text) in there)
        {
            var field = PartColumn.OfKey(key)!.Value.Field;
            if (field.IsDocuments())
            {
                whole[PartColumn.OfKey(key)!.Value] = DocumentReferences.Together(text, kept[field]);
            }
            else if (!(field.IsList() && kept[field].Length > 0 && kept[field] != there[field]))
            {
                whole.TryAdd(key, text);
            }
        }

        return whole;
    }

    private async Task<ImportAnswer> TryUndoAsync(int id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginActAsync(cancellation);
        var draft = await db.Set<ProgrammeDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation);
        if (draft?.Outcome is not { } outcome || draft.State is not (ImportState.Applied or ImportState.Undone))
        {
            return ImportAnswer.NotThere;
        }

        if (draft.State == ImportState.Undone)
        {
            return ImportAnswer.DoneBefore;
        }

        var standing = await db.StandingProgrammeAsync(documents, cancellation);
        if (standing.Programme is null || Touched(outcome, standing))
        {
            return ImportAnswer.Touched;
        }

        // What was said of a completion is only ever added to; here it goes moments after it came.
        var projects = standing.Programme.Projects.ConvertAll(project => project.Id);
        var entries = db.Set<CompletionEntry>().Where(entry => entry.RecordedAt == draft.AppliedAt && projects.Contains(entry.ProjectId));
        var attached = await entries.Where(entry => entry.DocumentsKey != null).Select(entry => entry.DocumentsKey!).ToListAsync(cancellation);
        await Attachments.DetachAllAsync(documents, attached.ConvertAll(CompletionEntry.SubjectOf), cancellation);
        await entries.ExecuteDeleteAsync(cancellation);
        await RestoreAsync(outcome, (await db.WholeProgrammeAsync(tracked: true, cancellation))!, cancellation);
        draft.Undo();
        audit.Record(
            "openness.import-undone", Subject, draft.FileName,
            before: new { projectsAdded = outcome.Added(PartKind.Project), projectsUpdated = outcome.Updated(PartKind.Project) });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ImportAnswer.Done;
    }

    /// <summary>Whether anything is no longer as the import left it, or something else hangs on what it brought.</summary>
    private static bool Touched(ProgrammeOutcome outcome, StandingProgramme standing)
    {
        if (outcome.Changes.Any(change => !standing.OfKind(change.Kind).Any(part => part.Texts.Same(change.After))))
        {
            return true;
        }

        var brought = outcome.Changes.Where(change => change.Before is null).Select(change => (change.Kind, change.After.Identity(change.Kind))).ToHashSet();
        var projects = outcome.Changes.Where(change => change is { Kind: PartKind.Project, Before: null }).Select(change => change.After.Whole(PartField.Number)).ToHashSet();
        return standing.Parts.Any(part => part.Kind is PartKind.Step or PartKind.Completion && projects.Contains(part.Texts.Whole(PartField.Number)) && !brought.Contains((part.Kind, part.Identity)))
            || (outcome.ProgrammeAdded && (standing.Programme!.PublishedAt is not null || standing.Archived.Count > 0
                || standing.Parts.Any(part => part.Kind is not (PartKind.Programme or PartKind.Network) && !brought.Contains((part.Kind, part.Identity)))));
    }

    private async Task RestoreAsync(ProgrammeOutcome outcome, Programme programme, CancellationToken cancellation)
    {
        var networks = await db.AllNetworksAsync(tracked: true, cancellation);
        var standing = await documents.StandingAsync(programme, networks, unpublished: true, cancellation);
        var writer = new ProgrammeWriter(db, programme, networks, time.TodayInMorocco(), time.UtcNow(), null);
        db.EditedFrom(programme, programme.Revision);

        // Backwards: what hangs on a project goes before it.
        foreach (var change in outcome.Changes.Reverse())
        {
            if (change.Kind == PartKind.Completion)
            {
                continue;
            }

            if (change.Kind == PartKind.Adoption && change.Before is null)
            {
                programme.TakeAdoptionBack();
                continue;
            }

            var part = standing.OfKind(change.Kind).First(part => part.Texts.Same(change.After));
            await DetachAsync(change, part, cancellation);
            if (change.Before is { } before)
            {
                writer.Write(change.Kind, before, part.Row);
            }
            else
            {
                if (part.Row is Project project)
                {
                    db.RemoveRange(project.Indicators);
                }

                db.Remove(part.Row);
            }
        }

        if (outcome.ProgrammeAdded)
        {
            db.Remove(programme);
        }
    }

    /// <summary>What it attached to what was there, or to what goes.</summary>
    private Task DetachAsync(ChangedPart change, StandingPart part, CancellationToken cancellation)
    {
        var (subject, field) = change.Kind switch
        {
            PartKind.Network => (((Network)part.Row).DocumentsSubject, PartField.NetworkDocuments),
            PartKind.Programme => (Programme.DocumentsSubject, PartField.ProgrammeDocuments),
            _ => (null, default),
        };
        return subject is null ? Task.CompletedTask : Attachments.DetachAsync(documents, subject, change.Before?[field] ?? "", change.After[field], cancellation);
    }
}
