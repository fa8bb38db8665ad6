using System.Collections.Concurrent;
using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Jobs;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Commands;

/// <summary>
/// <c>demo [--yes] [--force]</c>: makes up a plausible year in every open commune, takes its snapshots and reports them. Never into somebody's work: a
/// commune where a person has changed something is refused. It says so everywhere: the communes are marked before the first row is written.
/// </summary>
internal static class Demo
{
    public const string Actor = "system:demo";
    public const string Verb = "demo.generated";

    private const int Months = 12;

    public static Command Create(Operator console)
    {
        var yes = new Option<bool>("--yes") { Description = CommandTexts.Get("Yes") };
        var force = new Option<bool>("--force") { Description = CommandTexts.Get("Force") };
        var command = new Command("demo", CommandTexts.Get("Demo")) { yes, force };
        console.ActAnywhere(command, (arguments, cancellation) => RunAsync(console, arguments.GetValue(yes), arguments.GetValue(force), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Operator console, bool yes, bool force, CancellationToken cancellation)
    {
        if (await CommunesProvision.ProvisionAsync(console, null, cancellation) != Operator.Done)
        {
            return console.Refuse("DemoNeedsCommunes");
        }

        var communes = await OpenAsync(console, cancellation);
        var marks = await MarksAsync(console, communes, cancellation);
        var months = LastMonths(console);
        if (marks.Values.All(mark => mark.Generated))
        {
            return await GoOnAsync(console, marks, months, cancellation);
        }

        var edited = marks.Where(mark => mark.Value.Edited).Select(mark => mark.Key).Order(StringComparer.Ordinal).ToList();
        if (edited.Count > 0 && !force)
        {
            return console.Refuse("DemoRefused", string.Join(", ", edited));
        }

        if (!yes && !await console.ConfirmAsync(CommandTexts.Get("DemoQuestion", communes.Count), cancellation))
        {
            return console.Refuse("DemoNotWanted");
        }

        await MarkAsync(console, communes.Where(commune => !marks[commune.Slug].Generated), cancellation);
        return await GenerateAsync(console, marks, months, cancellation);
    }

    private static List<Period> LastMonths(Operator console)
    {
        var months = new List<Period> { Period.LastClosed(console.Time.TodayInMorocco()) };
        while (months.Count < Months)
        {
            months.Insert(0, months[0].Previous());
        }

        return months;
    }

    /// <summary>Where the command was interrupted after the data was made, months are left without a snapshot.</summary>
    private static async Task<int> GoOnAsync(
        Operator console, IReadOnlyDictionary<string, Mark> marks, List<Period> months, CancellationToken cancellation)
    {
        var generated = marks.Values.Max(mark => mark.GeneratedAt);
        await using var scope = console.Scope();
        var counted = await scope.ServiceProvider.GetRequiredService<NationalContext>().Set<JobRun>()
            .Where(run => run.Job == JobNames.MonthlySnapshot && run.Only == null && run.State == JobRunState.Completed && run.FinishedAt >= generated)
            .Select(run => run.Key)
            .ToListAsync(cancellation);
        var missing = months.Where(month => !counted.Contains(month.ToString())).ToList();
        if (generated is null || missing.Count == 0)
        {
            return console.Refuse("DemoAlready");
        }

        console.Say("DemoGoesOn", missing.Count);
        return await TakeSnapshotsAsync(console, missing, cancellation);
    }

    private static async Task<int> GenerateAsync(
        Operator console, IReadOnlyDictionary<string, Mark> marks, List<Period> months, CancellationToken cancellation)
    {
        var last = months[^1];
        // Read again: they say now that they are demonstrations.
        var communes = await OpenAsync(console, cancellation);
        var missing = communes.Where(commune => !marks[commune.Slug].Generated).ToList();
        console.Say("DemoGenerates", missing.Count, months[0], last);
        var outcomes = await console.Get<ForEachCommune>().RunAsync(
            "demo",
            missing,
            (services, stop) => GenerateOneAsync(services, months[0].Start, last.End, stop),
            FanOutLimits.Default,
            console.Count(missing.Count),
            cancellation);
        var code = console.Report(outcomes);
        return code == Operator.Done ? await TakeSnapshotsAsync(console, months, cancellation) : code;
    }

    private static async Task<int> TakeSnapshotsAsync(Operator console, List<Period> months, CancellationToken cancellation)
    {
        var code = Operator.Done;
        foreach (var month in months)
        {
            console.Say("DemoSnapshots", month);
            code = Math.Max(code, JobReport.Tell(
                console, await console.Get<JobLauncher>().RunAsync(new(JobNames.MonthlySnapshot, month.ToString(), Again: true), null, cancellation)));
        }

        if (code == Operator.Done)
        {
            console.Say("DemoDone");
        }

        return code;
    }

    private static async Task GenerateOneAsync(IServiceProvider services, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var commune = services.GetRequiredService<CurrentCommune>().Value;
        var db = services.GetRequiredService<CommuneContext>();
        foreach (var demonstrator in services.GetServices<IDemonstrator>().OrderBy(demonstrator => demonstrator.Order))
        {
            await demonstrator.DemonstrateAsync(SeedOf(commune), from, to, cancellation);
        }

        // With the data itself, so that a commune is either generated or not.
        db.Add(AuditEntry.Of(services.GetRequiredService<TimeProvider>().UtcNow(), Actor, Verb, $"commune:{commune.Slug}"));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The same for a commune on every machine: its official code.</summary>
    private static int SeedOf(Commune commune) => commune.Code.Where(char.IsAsciiDigit).Aggregate(17, (seed, digit) => unchecked((seed * 31) + digit));

    private static async Task<IReadOnlyList<Commune>> OpenAsync(Operator console, CancellationToken cancellation)
    {
        console.Catalog.Forget();
        return [.. (await console.Catalog.AllAsync(cancellation)).Where(tenant => tenant.State == CommuneState.Active).Select(tenant => tenant.Commune)];
    }

    private static async Task<IReadOnlyDictionary<string, Mark>> MarksAsync(Operator console, IReadOnlyList<Commune> communes, CancellationToken cancellation)
    {
        var marks = new ConcurrentDictionary<string, Mark>();
        var outcomes = await console.Get<ForEachCommune>().RunAsync(
            "demo-marks",
            communes,
            async (services, stop) =>
            {
                var entries = services.GetRequiredService<CommuneContext>().Set<AuditEntry>();
                marks[services.GetRequiredService<CurrentCommune>().Value.Slug] = new(
                    await entries.Where(entry => entry.Verb == Verb).MaxAsync(entry => (DateTime?)entry.At, stop),
                    await entries.AnyAsync(entry => !entry.Actor.StartsWith("system:"), stop));
            },
            FanOutLimits.Default,
            null,
            cancellation);
        return outcomes.FirstOrDefault(outcome => outcome.Error is not null) is { Error: { } error } ? throw error : marks;
    }

    private static async Task MarkAsync(Operator console, IEnumerable<Commune> communes, CancellationToken cancellation)
    {
        await using var scope = console.Scope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var slugs = communes.Select(commune => commune.Slug).ToList();
        foreach (var tenant in await db.Set<TenantInfo>().ToListAsync(cancellation))
        {
            if (slugs.Contains(tenant.Slug))
            {
                tenant.MarkDemonstration();
            }
        }

        db.Add(AuditEntry.Of(console.Time.UtcNow(), Operator.Actor, Verb, "communes:demonstration", string.Join(", ", slugs) is { Length: <= AuditEntry.ReasonLength } list ? list : $"{slugs.Count} communes"));
        await db.SaveChangesAsync(cancellation);
        console.Catalog.Forget();
    }

    /// <param name="GeneratedAt">When it got demonstration data, if it has.</param>
    /// <param name="Edited">A person has changed something in it.</param>
    private sealed record Mark(DateTime? GeneratedAt, bool Edited)
    {
        public bool Generated => GeneratedAt is not null;
    }
}
