using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.National.CharterModels;

/// <summary>The version of the model that officers are writing. Each act is saved with its entry in the national audit trail.</summary>
internal sealed class CharterModelDesk(NationalContext db, StandardCharter standard, AuditTrail audit, TimeProvider time)
{
    public Task<CharterModel?> DraftAsync(CancellationToken cancellation) =>
        db.Set<CharterModel>().Include(model => model.Sections).Where(model => model.PublishedAt == null).OrderBy(model => model.Number).FirstOrDefaultAsync(cancellation);

    public Task<CharterModel?> PublishedAsync(int? number, CancellationToken cancellation) =>
        db.Set<CharterModel>().AsNoTracking().Include(model => model.Sections)
            .Where(model => model.PublishedAt != null && (number == null || model.Number == number))
            .OrderByDescending(model => model.Number)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Begins the next version: from the one before, or from the headings that charters have in common, without text, where there is none.</summary>
    /// <returns>False where one is being written already.</returns>
    public async Task<bool> BeginAsync(CancellationToken cancellation)
    {
        if (await DraftAsync(cancellation) is not null)
        {
            return false;
        }

        var last = await PublishedAsync(null, cancellation);
        var model = CharterModel.Draft((last?.Number ?? 0) + 1, time.UtcNow());
        model.Sections.AddRange(last is null
            ? standard.Headings.Select((heading, at) => CharterModelSection.Of(heading.Key, heading.ParentKey, heading.Number, at + 1, heading.Title, null))
            : last.Sections.OrderBy(section => section.Position).Select((section, at) => CharterModelSection.Of(
                section.Key, section.ParentKey, section.Number, at + 1, section.Title, section.Text)));
        db.Add(model);
        audit.Record("model-charter.begun", Subject(model), after: new { from = last?.Number });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException fault) when (fault is not DbUpdateConcurrencyException)
        {
            // Two officers began it in the same moment: the numbers are unique, and the first one's draft is there.
            db.ChangeTracker.Clear();
            if (await DraftAsync(cancellation) is null)
            {
                throw;
            }

            return false;
        }
    }

    public async Task<CharterModelSection> AddAsync(CharterModel draft, string? parentKey, LocalizedText title, LocalizedText? text, CancellationToken cancellation)
    {
        var section = CharterModelSection.Of("k-" + Guid.CreateVersion7().ToString("n"), parentKey, "", int.MaxValue, title, text);
        draft.Sections.Add(section);
        draft.Arrange();
        draft.Touch(time.UtcNow());
        audit.Record("model-charter.section-added", Subject(draft), after: new { section.Number, title, text });
        await db.SaveChangesAsync(cancellation);
        return section;
    }

    public async Task ReviseAsync(CharterModel draft, CharterModelSection section, int revision, LocalizedText title, LocalizedText? text, CancellationToken cancellation)
    {
        db.EditedFrom(section, revision);
        var before = new { section.Title, section.Text };
        section.Revise(title, text);
        draft.Touch(time.UtcNow());
        audit.Record("model-charter.section-changed", $"{Subject(draft)}:{section.Key}", null, before, new { section.Title, section.Text });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task MoveAsync(CharterModel draft, CharterModelSection section, int step, CancellationToken cancellation)
    {
        var before = new { section.Number };
        draft.Arrange(section, step);
        draft.Touch(time.UtcNow());
        audit.Record("model-charter.section-moved", $"{Subject(draft)}:{section.Key}", null, before, new { section.Number });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task RemoveAsync(CharterModel draft, CharterModelSection section, CancellationToken cancellation)
    {
        db.Remove(section);
        draft.Arrange(without: section);
        draft.Touch(time.UtcNow());
        audit.Record("model-charter.section-removed", Subject(draft), before: new { section.Number, section.Title, section.Text });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task PublishAsync(CharterModel draft, LocalizedText note, CancellationToken cancellation)
    {
        draft.Publish(note, time.UtcNow());
        audit.Record("model-charter.published", Subject(draft), after: new { note });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>After a save that was refused: what was to be saved is not in the way of reading what is there.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    private static string Subject(CharterModel model) => $"model-charter:{model.Number}";
}
