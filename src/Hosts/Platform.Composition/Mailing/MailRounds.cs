using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Composition.Operations;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Mailing;

/// <summary>
/// Delivers mails while the platform runs: at once when the bell rings in this process, and by a look at every outbox once a minute for what other
/// processes wrote and for what was put off. An outbox with nothing to do costs one query.
/// </summary>
internal sealed partial class MailRounds(
    MailDelivery delivery, MailBell bell, CommuneJobs jobs, CommuneScopes communes, IServiceScopeFactory scopes, StartUpState startUp,
    IOptions<MailOptions> options, TimeProvider time, ILogger<MailRounds> log) : BackgroundService
{
    private static readonly int Parallelism = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>What the national level was last told of each outbox.</summary>
    private readonly ConcurrentDictionary<string, (int Waiting, int Failed, DateTime? Oldest)> told = new();
    private readonly SemaphoreSlim telling = new(1, 1);
    private bool knowsTold;

    public override void Dispose()
    {
        telling.Dispose();
        base.Dispose();
    }

    /// <summary>Looks at every outbox once.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await NationAsync(cancellation);
        await Parallel.ForEachAsync(
            await jobs.CommunesAsync(cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
            async (commune, stop) => await CommuneAsync(commune, stop));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await startUp.Provisioned.WaitAsync(stoppingToken);
        await Task.WhenAll(LookAgainAndAgainAsync(stoppingToken), AnswerAsync(stoppingToken));
    }

    private async Task LookAgainAndAgainAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            await CarefullyAsync("all", () => LookAsync(cancellation), cancellation);
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var outbox = await bell.AnswerAsync(cancellation);
            await CarefullyAsync(outbox, () => outbox == MailBell.National ? NationAsync(cancellation) : CommuneAsync(outbox, cancellation), cancellation);
        }
    }

    private Task NationAsync(CancellationToken cancellation) => CarefullyAsync(
        "national",
        async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await TellAsync(MailBell.National, await delivery.DeliverAsync(scope.ServiceProvider.GetRequiredService<NationalContext>(), cancellation), cancellation);
        },
        cancellation);

    private async Task CommuneAsync(string slug, CancellationToken cancellation)
    {
        if ((await jobs.CommunesAsync(cancellation)).FirstOrDefault(commune => commune.Slug == slug) is { } commune)
        {
            await CommuneAsync(commune, cancellation);
        }
    }

    private Task CommuneAsync(Commune commune, CancellationToken cancellation) => CarefullyAsync(
        commune.Slug,
        async () =>
        {
            await using var scope = communes.Create(commune);
            await TellAsync(commune.Slug, await delivery.DeliverAsync(scope.ServiceProvider.GetRequiredService<CommuneContext>(), cancellation), cancellation);
        },
        cancellation);

    /// <summary>Tells the national level how an outbox stands, where that has changed.</summary>
    private async Task TellAsync(string outbox, MailStanding standing, CancellationToken cancellation)
    {
        var now = (standing.Waiting, standing.Failed, standing.OldestWaiting);
        await KnowToldAsync(cancellation);
        if (told.GetValueOrDefault(outbox) == now)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var backlog = await db.Set<MailBacklog>().SingleOrDefaultAsync(row => row.Commune == outbox, cancellation) ?? db.Add(MailBacklog.Of(outbox)).Entity;
        backlog.Count(standing.Waiting, standing.Failed, standing.OldestWaiting, time.UtcNow());
        await db.SaveChangesAsync(cancellation);
        told[outbox] = now;
    }

    private async Task KnowToldAsync(CancellationToken cancellation)
    {
        await telling.WaitAsync(cancellation);
        try
        {
            if (!knowsTold)
            {
                await using var scope = scopes.CreateAsyncScope();
                foreach (var row in await scope.ServiceProvider.GetRequiredService<NationalContext>().Set<MailBacklog>().AsNoTracking().ToListAsync(cancellation))
                {
                    told[row.Commune] = (row.Waiting, row.Failed, row.OldestWaiting);
                }

                knowsTold = true;
            }
        }
        finally
        {
            telling.Release();
        }
    }

    /// <summary>What fails in one outbox is looked at again next time; the others go on.</summary>
    private async Task CarefullyAsync(string outbox, Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // See above.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(error, outbox);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails of {Outbox} could not be looked at; they are tried again")]
    private partial void LogFailed(Exception error, string outbox);
}
