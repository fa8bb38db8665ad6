using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Platform.Data.Conventions;

internal static class Immutability
{
    /// <exception cref="ImmutableRowException">A row that is written once would be changed or removed.</exception>
    public static void RefuseChangesOfImmutables(this ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IImmutable>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                throw new ImmutableRowException(entry.Metadata.ShortName());
            }
        }
    }
}
