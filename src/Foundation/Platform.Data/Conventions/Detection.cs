using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Platform.Data.Conventions;

internal static class Detection
{
    /// <summary>
    /// Looks for changes now, and not again while what is about to be saved is looked through: every look at the tracked rows would compare all of them
    /// anew. What is changed until then must be changed through its entry.
    /// </summary>
    public static Once DetectOnce(this ChangeTracker tracker)
    {
        var automatic = tracker.AutoDetectChangesEnabled;
        if (automatic)
        {
            tracker.DetectChanges();
            tracker.AutoDetectChangesEnabled = false;
        }

        return new(tracker, automatic);
    }

    internal readonly struct Once(ChangeTracker tracker, bool automatic) : IDisposable
    {
        public void Dispose() => tracker.AutoDetectChangesEnabled = automatic;
    }
}
