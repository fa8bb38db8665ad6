using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Commitments.Importing;

/// <summary>How drafts are applied and taken back where others work on the same at that moment.</summary>
internal static class ImportAttempts
{
    public static async Task<ImportAnswer> ApplyingAsync(this CommuneContext db, Func<Task<ImportAnswer>> apply)
    {
        try
        {
            return await apply();
        }
        catch (DbUpdateException)
        {
            // Somebody was faster, with this draft or with what it is applied to. What they did is looked at anew, once.
            db.ChangeTracker.Clear();
        }

        try
        {
            return await apply();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return ImportAnswer.Refused;
        }
    }

    /// <param name="isUndone">Whether somebody else has undone it.</param>
    public static async Task<ImportAnswer> UndoingAsync(
        this CommuneContext db, Func<CancellationToken, Task<ImportAnswer>> undo, Func<Task<bool>> isUndone, CancellationToken cancellation)
    {
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(undo, cancellation);
        }
        catch (DbUpdateException)
        {
            // Something else has come to hang on what would be removed.
            db.ChangeTracker.Clear();
            return await isUndone() ? ImportAnswer.DoneBefore : ImportAnswer.Touched;
        }
        catch (DbException)
        {
            db.ChangeTracker.Clear();
            return ImportAnswer.Touched;
        }
    }
}
