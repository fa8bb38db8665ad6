using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Platform.Data;

/// <summary>
/// A row that people edit in forms. Its revision rises with every save and is checked on saving, so that of two people who edit at once the second is
/// told (<see cref="DbUpdateConcurrencyException"/>) and nothing is overwritten silently.
/// </summary>
public interface IRevised
{
    /// <summary>1 when new.</summary>
    int Revision { get; }
}

public static class Revisions
{
    /// <summary>
    /// Says which revision the person's form was filled from. Saving fails where another one has been saved since, and raises the revision also where only rows
    /// that belong to it were changed.
    /// </summary>
    public static void EditedFrom<T>(this DbContext db, T row, int revision)
        where T : class, IRevised
    {
        var property = db.Entry(row).Property(nameof(IRevised.Revision));
        (property.OriginalValue, property.IsModified) = (revision, true);
    }

    /// <returns>False where somebody else has saved since: nothing was saved then, and what was read is forgotten, to be read anew.</returns>
    public static async Task<bool> SavedAsync(this DbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    internal static void RaiseRevisions(this ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IRevised>())
        {
            if (entry.State is EntityState.Added)
            {
                entry.Property(nameof(IRevised.Revision)).CurrentValue = 1;
            }
            else if (entry.State is EntityState.Modified)
            {
                var revision = entry.Property(nameof(IRevised.Revision));
                revision.CurrentValue = (int)revision.OriginalValue! + 1;
            }
        }
    }

    internal static void CheckRevisions(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => typeof(IRevised).IsAssignableFrom(entity.ClrType)))
        {
            entity.GetProperty(nameof(IRevised.Revision)).IsConcurrencyToken = true;
        }
    }
}
