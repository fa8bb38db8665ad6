using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan.Editing;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Applies drafts to the plan and takes them back: everything in one transaction, or nothing.</summary>
internal sealed class PlanImporter(CommuneContext db, IDocuments documents, AuditTrail audit, PlanDesk desk, CurrentCommune commune, TimeProvider time)
{
    public async Task<IReadOnlyList<CheckedRow>> CheckAsync(ImportDraft draft, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var named = draft.Rows.SelectMany(row => row.Columns.Where(column => column.Field.IsDocuments()).Select(column => row.Texts[column]));
        return PlanCheck.Of(
            draft.Rows, await StandingPlan.WorkedOnAsync(db, documents, today, cancellation),
            await DocumentReferences.NamedInAsync(named, commune.Value.Address, documents, cancellation), draft.Updates, today);
    }

    /// <param name="confirmed">The person has confirmed the official act among the rows, if one is.</param>
    public Task<ImportAnswer> ApplyAsync(int id, bool confirmed, CancellationToken cancellation) => db.ApplyingAsync(() => TryApplyAsync(id, confirmed, cancellation));

    public Task<ImportAnswer> UndoAsync(int id, CancellationToken cancellation) => db.UndoingAsync(
        stop => TryUndoAsync(id, stop), () => db.Set<ImportDraft>().AnyAsync(draft => draft.Id == id && draft.State == ImportState.Undone, cancellation), cancellation);

    private async Task<ImportAnswer> TryApplyAsync(int id, bool confirmed, CancellationToken cancellation)
    {
        // What is there is read within the transaction: nobody moves or archives meanwhile what the rows were compared with.
        await using var transaction = await db.BeginActAsync(cancellation);
        db.ChangeTracker.Clear();
        var draft = await db.Set<ImportDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation);
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
            "plan.imported", SubjectOf(outcome), draft.FileName,
            after: new { outcome.AxesAdded, outcome.AxesUpdated, outcome.ActivitiesAdded, outcome.ActivitiesUpdated, way = outcome.Way.Count, outcome.Skipped });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ImportAnswer.Done;
    }

    private async Task<(ImportOutcome Outcome, DateTime Now)> WriteAsync(List<CheckedRow> chosen, int skipped, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var plan = await db.WorkedOnPlan().WithItsWay().FirstOrDefaultAsync(cancellation);
        var added = plan is null;
        if (plan is null)
        {
            plan = Plan.Begin(1, PlanSeeder.StandardTitle(commune.Value.Name), now);
            db.Add(plan);
        }

        var today = time.TodayInMorocco();
        var writer = new PlanWriter(db, today, now, plan.PublishedAt is null ? null : today);

        var axes = added
            ? []
            : await db.Set<Axis>().Where(axis => axis.PlanId == plan.Id)
                .Include(axis => axis.SuccessIndicators)
                .Include(axis => axis.Activities).ThenInclude(activity => activity.Indicators)
                .AsSplitQuery()
                .ToDictionaryAsync(axis => axis.Number, cancellation);
        var standing = await StandingPlan.WorkedOnAsync(db, documents, today, cancellation);
        ChangedTexts? described = null;
        if (chosen.Find(row => row.Row.Kind == RowKind.Plan) is { } card)
        {
            var before = standing.Card ?? PlanTexts.Of(plan, "");
            HashSet<PlanField> fields = added ? [.. PlanColumns.OfPlan.Select(column => column.Field)] : FieldsOf(card.Differences);
            var whole = Whole(card.Kept, before);
            writer.Write(plan, whole, fields);
            described = new(before, PlanTexts.Of(plan, fields.Contains(PlanField.PlanDocuments) ? whole[PlanField.PlanDocuments] : before[PlanField.PlanDocuments]));
        }

        var states = chosen.Where(row => row.Row.Kind == RowKind.State).ToList();
        var changedAxes = new List<ChangedAxis>();
        foreach (var row in chosen.Where(row => row.Row.IsAxis))
        {
            if (row.Action == RowChoice.Add)
            {
                var axis = writer.NewAxis(row.Kept);
                axis.StandAt(axes.Values.Select(there => there.Position).DefaultIfEmpty(0).Max() + 1);
                plan.Axes.Add(axis);
                axes[axis.Number] = axis;
                changedAxes.Add(new ChangedAxis(axis.Number, null, PlanTexts.Of(axis)));
            }
            else
            {
                var axis = axes[row.Kept.Whole(PlanField.Axis)!.Value];
                var before = PlanTexts.Of(axis);
                writer.Write(axis, Whole(row.Kept, before), FieldsOf(row.Differences));
                changedAxes.Add(new ChangedAxis(axis.Number, before, PlanTexts.Of(axis)));
            }
        }

        var changed = new List<ChangedActivity>();
        foreach (var row in chosen.Where(row => row.Row.IsActivity))
        {
            List<PlanTexts> told = [.. states.Where(state => state.OfRow == row.Row.Key).Select(state => state.Kept)];
            var axis = axes[row.Kept.Whole(PlanField.Axis)!.Value];
            if (row.Action == RowChoice.Add)
            {
                var activity = writer.NewActivity(row.Kept, told);
                activity.StandAt(axis.Activities.Select(there => there.Position).DefaultIfEmpty(0).Max() + 1);
                axis.Activities.Add(activity);
                changed.Add(new ChangedActivity(axis.Number, activity.Number, null, PlanTexts.Of(axis.Number, activity, Latest(activity))));
            }
            else
            {
                var twin = standing.Activities.Single(activity => activity.Reference == row.Twin);
                var activity = axis.Activities.Single(there => there.Id == twin.Id);
                writer.Write(activity, Whole(row.Kept, twin.Texts), FieldsOf(row.Differences), progress: true, told);
                changed.Add(new ChangedActivity(axis.Number, activity.Number, twin.Texts, After(axis.Number, activity, twin)));
            }
        }

        // The history of activities that are otherwise as the file has them.
        var untouched = states.Where(state => chosen.TrueForAll(row => row.Row.Key != state.OfRow)).ToLookup(state => state.OfActivity!);
        foreach (var told in untouched)
        {
            var twin = standing.Activities.Single(activity => activity.Reference == told.Key);
            var activity = axes[twin.Axis].Activities.Single(there => there.Id == twin.Id);
            activity.Progress.AddRange(writer.Told(told.Select(state => state.Kept)));
            changed.Add(new ChangedActivity(twin.Axis, twin.Number, twin.Texts, After(twin.Axis, activity, twin)));
        }

        List<ChangedStep> way = [.. chosen.Where(row => row.Row.Kind == RowKind.Way).Select(row => Step(writer, plan, row))];
        await writer.Attachments.AttachAsync(documents, cancellation);
        var superseded = chosen.Exists(row => row.Adopts) ? await AdoptedAsync(plan, cancellation) : null;
        return (new ImportOutcome(plan.Number, added, changedAxes, changed, skipped) { Described = described, States = states.Count, Way = way, Superseded = superseded }, now);
    }

    private static ChangedStep Step(PlanWriter writer, Plan plan, CheckedRow row)
    {
        var before = PlanTexts.WayOf(plan).FirstOrDefault(step => step.IsStep(row.Kept));
        writer.Write(plan, before is null ? row.Kept : Whole(row.Kept, before));
        return new ChangedStep(before, PlanTexts.WayOf(plan).First(step => step.IsStep(row.Kept)));
    }

    /// <summary>The vote is an act of its own, and where the plan is public the one before it gives way.</summary>
    private async Task<SupersededPlan?> AdoptedAsync(Plan plan, CancellationToken cancellation)
    {
        var earlier = await db.EarlierPlans(plan.Number).FirstOrDefaultAsync(cancellation);
        var before = earlier?.SupersededOn;
        await desk.SucceedAsync(plan, cancellation);
        audit.Record(
            "plan.adopted", string.Create(CultureInfo.InvariantCulture, $"plan:{plan.Number}"), null, null,
            new { plan.AdoptedOn, plan.Session, plan.Deliberation, plan.ForceFrom });
        return earlier is not null && earlier.SupersededOn != before ? new(earlier.Number, before) : null;
    }

    /// <summary>What was said last, of what is told today.</summary>
    private ProgressEntry? Latest(Activity activity) =>
        activity.Progress.Where(entry => entry.EffectiveOn <= time.TodayInMorocco()).OrderBy(entry => entry.EffectiveOn).LastOrDefault();

    /// <summary>An activity with what was written to it: its state is that of before, unless something that was added says otherwise.</summary>
    private PlanTexts After(int axis, Activity activity, StandingActivity before)
    {
        var latest = Latest(activity) is { } added && !(added.EffectiveOn < before.Texts.Day(PlanField.Since)) ? added : null;
        var after = new PlanTexts(before.Texts.Where(text => latest is null && OfState(text.Key)));
        foreach (var (key, text) in PlanTexts.Of(axis, activity, latest).Where(text => latest is not null || !OfState(text.Key)))
        {
            after[key] = text;
        }

        return after;
    }

    /// <summary>
    /// What the file leaves out is as it was: a language of a title, a share where only the status changed. A new entry of progress takes over no note of
    /// the one before, and a list that changed no translation line by line.
    /// </summary>
    private static PlanTexts Whole(PlanTexts kept, PlanTexts there)
    {
        var whole = new PlanTexts(kept);
        foreach (var (key, text) in there)
        {
            var field = PlanColumn.OfKey(key)!.Value.Field;
            if (field.IsDocuments())
            {
                whole[field] = DocumentReferences.Together(text, kept[field]);
                continue;
            }

            var isOfOldList = field.IsList() && kept[field].Length > 0 && kept[field] != there[field];
            if (!field.IsOfEntry() && !isOfOldList)
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
        var draft = await db.Set<ImportDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation);
        if (draft?.Outcome is not { } outcome || draft.State is not (ImportState.Applied or ImportState.Undone))
        {
            return ImportAnswer.NotThere;
        }

        if (draft.State == ImportState.Undone)
        {
            return ImportAnswer.DoneBefore;
        }

        var standing = await StandingPlan.NumberedAsync(db, documents, outcome.Plan, time.TodayInMorocco(), cancellation);
        if (Touched(outcome, standing).Count > 0)
        {
            return ImportAnswer.Touched;
        }

        await DetachAsync(outcome, standing, draft.AppliedAt!.Value, cancellation);
        await RestoreAsync(outcome, standing, draft.AppliedAt!.Value, cancellation);
        draft.Undo();
        audit.Record("plan.import-undone", SubjectOf(outcome), draft.FileName, before: new { outcome.AxesAdded, outcome.ActivitiesAdded, outcome.ActivitiesUpdated });
        await db.SaveChangesAsync(cancellation);
        await RemoveAsync(outcome, standing, cancellation);
        await transaction.CommitAsync(cancellation);
        return ImportAnswer.Done;
    }

    /// <summary>References of what is no longer as the import left it, and axes that hold more than it brought.</summary>
    public static IReadOnlyList<string> Touched(ImportOutcome outcome, StandingPlan standing)
    {
        var activities = standing.Activities.ToDictionary(activity => activity.Reference);
        var axes = standing.Axes.ToDictionary(axis => axis.Number);
        var brought = outcome.Activities.Select(activity => activity.Reference).ToHashSet();
        return
        [
            .. outcome.Described is { } described && !(standing.Plan is not null && Same(standing.Card!, described.After)) ? [outcome.Plan.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. outcome.PlanAdded && standing.Plan is { IsAdopted: true } && !outcome.Way.Any(step => step.After.Step == WayKind.Adoption)
                ? [outcome.Plan.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. outcome.Way
                .Where(step => standing.Plan is not { } of || !PlanTexts.WayOf(of).Any(there => Same(there, step.After)))
                .Select(step => step.After[PlanField.WayFrom]),
            .. outcome.Axes
                .Where(axis => !axes.TryGetValue(axis.Number, out var there) || !Same(there.Texts, axis.After)
                    || (axis.Before is null && there.Activities.Any(activity => !brought.Contains(activity.Reference))))
                .Select(axis => axis.Number.ToString(CultureInfo.InvariantCulture)),
            .. outcome.Activities
                .Where(activity => !activities.TryGetValue(activity.Reference, out var there) || !Same(there.Texts, activity.After))
                .Select(activity => activity.Reference),
        ];
    }

    /// <summary>What it attached to the plan and to entries that go.</summary>
    private async Task DetachAsync(ImportOutcome outcome, StandingPlan standing, DateTime appliedAt, CancellationToken cancellation)
    {
        if (outcome.Described is { } described)
        {
            await Attachments.DetachAsync(
                documents, standing.Plan!.DocumentsSubject, described.Before[PlanField.PlanDocuments], described.After[PlanField.PlanDocuments], cancellation);
        }

        var references = outcome.Activities.Select(activity => activity.Reference).ToHashSet();
        var activities = standing.Activities.Where(activity => references.Contains(activity.Reference)).Select(activity => activity.Id).ToList();
        var entries = await db.Set<ProgressEntry>()
            .Where(entry => activities.Contains(entry.ActivityId) && entry.RecordedAt == appliedAt && entry.DocumentsKey != null)
            .Select(entry => entry.DocumentsKey!).ToListAsync(cancellation);
        await Attachments.DetachAllAsync(documents, entries.ConvertAll(ProgressEntry.SubjectOf), cancellation);
    }

    private async Task RestoreAsync(ImportOutcome outcome, StandingPlan standing, DateTime appliedAt, CancellationToken cancellation)
    {
        var writer = new PlanWriter(db, time.TodayInMorocco(), time.UtcNow(), null);
        if (outcome is { Described: { } described, PlanAdded: false })
        {
            var plan = await db.Set<Plan>().SingleAsync(plan => plan.Number == outcome.Plan, cancellation);
            writer.Write(plan, described.Before, FieldsOf(Differing(described.Before, described.After)));
        }

        if (outcome.Way.Count > 0)
        {
            var plan = await db.Set<Plan>().OrderBy(plan => plan.Number).WithItsWay().SingleAsync(plan => plan.Number == outcome.Plan, cancellation);
            foreach (var step in outcome.Way)
            {
                writer.TakeBack(plan, step);
            }

            if (outcome.Superseded is { } superseded)
            {
                (await db.Set<Plan>().SingleAsync(other => other.Number == superseded.Number, cancellation)).SupersedeAfterAll(superseded.Before);
            }
        }

        foreach (var axis in outcome.Axes.Where(axis => axis.Before is not null))
        {
            var there = standing.Axes.Single(row => row.Number == axis.Number).Id;
            var row = await db.Set<Axis>().Include(part => part.SuccessIndicators).SingleAsync(part => part.Id == there, cancellation);
            writer.Write(row, axis.Before!, FieldsOf(Differing(axis.Before!, axis.After)));
        }

        foreach (var activity in outcome.Activities.Where(activity => activity.Before is not null))
        {
            var there = standing.Activities.Single(row => row.Reference == activity.Reference).Id;
            var row = await db.Set<Activity>().Include(part => part.Indicators).SingleAsync(part => part.Id == there, cancellation);
            writer.Write(row, activity.Before!, FieldsOf(Differing(activity.Before!, activity.After)), progress: false, []);
            await db.Set<ProgressEntry>().Where(entry => entry.ActivityId == there && entry.RecordedAt == appliedAt).ExecuteDeleteAsync(cancellation);
        }
    }

    private async Task RemoveAsync(ImportOutcome outcome, StandingPlan standing, CancellationToken cancellation)
    {
        var references = outcome.Activities.Where(activity => activity.Before is null).Select(activity => activity.Reference).ToHashSet();
        foreach (var ids in standing.Activities.Where(activity => references.Contains(activity.Reference)).Select(activity => activity.Id).Chunk(500))
        {
            // History is only ever added to; here the activity itself goes, moments after it came.
            await db.Set<ProgressEntry>().Where(entry => ids.Contains(entry.ActivityId)).ExecuteDeleteAsync(cancellation);
            await db.Set<ActivityIndicator>().Where(indicator => ids.Contains(indicator.ActivityId)).ExecuteDeleteAsync(cancellation);
            await db.Set<Activity>().Where(activity => ids.Contains(activity.Id)).ExecuteDeleteAsync(cancellation);
        }

        var numbers = outcome.Axes.Where(axis => axis.Before is null).Select(axis => axis.Number).ToHashSet();
        var axes = standing.Axes.Where(axis => numbers.Contains(axis.Number)).Select(axis => axis.Id).ToList();
        await db.Set<SuccessIndicator>().Where(indicator => axes.Contains(indicator.AxisId)).ExecuteDeleteAsync(cancellation);
        await db.Set<Axis>().Where(axis => axes.Contains(axis.Id)).ExecuteDeleteAsync(cancellation);
        if (outcome.PlanAdded && standing.Plan is { } plan && standing.Axes.Count == axes.Count)
        {
            await db.Set<Plan>().Where(row => row.Id == plan.Id).ExecuteDeleteAsync(cancellation);
        }
    }

    private static bool OfState(string key) => PlanColumn.OfKey(key)!.Value.Field.IsOfProgress();

    private static HashSet<PlanField> FieldsOf(IEnumerable<string> keys) => [.. keys.Select(key => PlanColumn.OfKey(key)!.Value.Field)];

    private static IEnumerable<string> Differing(PlanTexts one, PlanTexts other) =>
        one.Keys.Union(other.Keys).Where(key => one.GetValueOrDefault(key) != other.GetValueOrDefault(key));

    private static bool Same(PlanTexts one, PlanTexts other) => !Differing(one, other).Any();

    /// <summary>The plan that rows were brought into.</summary>
    private static string SubjectOf(ImportOutcome outcome) => string.Create(CultureInfo.InvariantCulture, $"plan:{outcome.Plan}");
}
