using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Indicators;

namespace Platform.National.StandardLibrary;

/// <summary>
/// What was added to the library and taken from it, in memory: every list of indicators asks, and it changes a few times a year. What another process
/// published is seen after <see cref="Longest"/>.
/// </summary>
internal sealed class PublishedChanges(IServiceScopeFactory scopes, TimeProvider time) : ILibraryChanges
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private volatile Known? known;

    public LibraryChanges Now
    {
        get
        {
            if (known is { } fresh && time.GetUtcNow() - fresh.At is var age && age >= TimeSpan.Zero && age < Longest)
            {
                return fresh.Changes;
            }

            var read = new Known(time.GetUtcNow(), Read());
            known = read;
            return read.Changes;
        }
    }

    public void Forget() => known = null;

    private LibraryChanges Read()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var added = db.Set<LibraryIndicator>().AsNoTracking().OrderBy(indicator => indicator.Id).ToList();
        var withdrawn = db.Set<LibraryWithdrawal>().AsNoTracking().OrderBy(withdrawal => withdrawal.Id).ToList();

        // The same list as long as nothing changed: what is made of it is kept with it.
        return known is { } before && before.Changes.Added.Count == added.Count && before.Changes.Withdrawn.Count == withdrawn.Count
            ? before.Changes
            : new(added.ConvertAll(row => row.ToContract()), withdrawn.ConvertAll(row => row.ToContract()));
    }

    private sealed record Known(DateTimeOffset At, LibraryChanges Changes);
}
