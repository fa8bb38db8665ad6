using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Indicators;

namespace Platform.National.StandardLibrary;

/// <summary>
/// The published versions in memory: every commune's snapshot asks for them, and they change a few times a year. What another process published is seen
/// after <see cref="Longest"/>.
/// </summary>
internal sealed class PublishedVersions(IServiceScopeFactory scopes, TimeProvider time) : IStandardVersions
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private volatile Known? known;

    public async ValueTask<IReadOnlyList<StandardVersion>> AllAsync(CancellationToken cancellation)
    {
        if (known is { } fresh && time.GetUtcNow() - fresh.At is var age && age >= TimeSpan.Zero && age < Longest)
        {
            return fresh.Versions;
        }

        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<NationalContext>().Set<LibraryVersion>().AsNoTracking()
            .OrderBy(version => version.Code).ThenBy(version => version.Version).ToListAsync(cancellation);
        var read = new Known(time.GetUtcNow(), rows.ConvertAll(row => row.ToContract()));
        known = read;
        return read.Versions;
    }

    public void Forget() => known = null;

    private sealed record Known(DateTimeOffset At, IReadOnlyList<StandardVersion> Versions);
}
