using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Tenancy.Administration;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;
using Platform.Tenancy.Provisioning;

namespace Platform.Composition.Commands;

/// <summary>The person at the console: what commands say to them, and what is written down of what they do.</summary>
internal sealed class Operator(Func<IServiceProvider> services, TextReader input, TextWriter output, TextWriter errors)
{
    public const int Done = 0;
    public const int Failed = 1;

    public static string Actor => $"operator:{Environment.UserName}";

    public TenantStore Catalog => Get<TenantStore>();

    public TimeProvider Time => Get<TimeProvider>();

    public T Get<T>()
        where T : notnull => services().GetRequiredService<T>();

    public AsyncServiceScope Scope() => services().CreateAsyncScope();

    public void Say(string key, params object?[] values) => output.WriteLine(CommandTexts.Get(key, values));

    public void SayLine(string line = "") => output.WriteLine(line);

    /// <returns>The exit code of a failure.</returns>
    public int Refuse(string key, params object?[] values)
    {
        errors.WriteLine(CommandTexts.Get(key, values));
        return Failed;
    }

    public void SayTable(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) => Table.Write(output, head, rows);

    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellation)
    {
        await output.WriteAsync(question + " [y/N] ");
        await output.FlushAsync(cancellation);
        return (await input.ReadLineAsync(cancellation))?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>A command that reads or changes what is there: refused while there is nothing, or something older than this program.</summary>
    public void Act(Command command, Func<ParseResult, CancellationToken, Task<int>> action) => ActAnywhere(command, async (arguments, cancellation) =>
    {
        await using var scope = Scope();
        var national = scope.ServiceProvider.GetRequiredService<NationalContext>().Database;
        if (!await national.CanConnectAsync(cancellation) || !(await national.GetAppliedMigrationsAsync(cancellation)).Any())
        {
            return Refuse("NothingHere");
        }

        return (await national.GetPendingMigrationsAsync(cancellation)).Any()
            ? Refuse("NationalIsOlder")
            : await action(arguments, cancellation);
    });

    /// <summary>A command that makes what is missing, or needs nothing.</summary>
    public void ActAnywhere(Command command, Func<ParseResult, CancellationToken, Task<int>> action) => command.SetAction(async (arguments, cancellation) =>
    {
        try
        {
            return await action(arguments, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Refuse("Interrupted");
        }
#pragma warning disable CA1031 // The console is the last one to hear of it: a sentence instead of a stack.
        catch (Exception error)
        {
            return Refuse("Fault", JobFailure.Describe(error));
        }
#pragma warning restore CA1031
    });

    public Task MakeNationalAsync(CancellationToken cancellation) => Get<Provisioner>().MigrateNationalAsync(cancellation);

    /// <summary>Does what the pages of operators do too, in the name of whoever is at the console.</summary>
    public async Task<T> InOfficeAsync<T>(Func<CommuneOffice, Task<T>> act)
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsAtConsole(Environment.UserName);
        return await act(scope.ServiceProvider.GetRequiredService<CommuneOffice>());
    }

    /// <summary>Writes an act into the audit trail of the national database.</summary>
    public async Task AuditAsync(string verb, string subject, string? reason, CancellationToken cancellation)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        db.Add(AuditEntry.Of(Time.UtcNow(), Actor, verb, subject, reason));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A slug as the catalog writes it, however it was typed.</summary>
    [return: NotNullIfNotNull(nameof(typed))]
    public static string? SlugOf(string? typed) => typed?.Trim().ToLowerInvariant();

    /// <summary>The commune with this slug, or null after having said that there is none.</summary>
    public async Task<Tenant?> FindAsync(string slug, CancellationToken cancellation)
    {
        Catalog.Forget();
        if (await Catalog.BySlugAsync(SlugOf(slug), cancellation) is { } tenant)
        {
            return tenant;
        }

        Refuse("UnknownCommune", slug);
        return null;
    }

    /// <summary>Enters what tenants/ holds in the catalog and says its mistakes.</summary>
    /// <returns>False where there were mistakes.</returns>
    public async Task<bool> EnterFoldersAsync(CancellationToken cancellation)
    {
        try
        {
            await Get<Provisioner>().EnterFoldersAsync(cancellation);
            return true;
        }
        catch (SeedException error)
        {
            Complain(error);
            return false;
        }
    }

    public void Complain(SeedException error)
    {
        foreach (var problem in error.Problems)
        {
            errors.WriteLine(problem);
        }
    }

    /// <summary>Says each commune as it ends, counted.</summary>
    public Action<CommuneOutcome> Count(int total)
    {
        var ended = 0;
        return outcome => Say(
            outcome.Error is null ? "CommuneDone" : "CommuneFailed", ++ended, total, outcome.Commune.Slug, outcome.Took.TotalSeconds, FirstLine(outcome.Error));
    }

    /// <summary>Says how many communes fared well, and why the others did not.</summary>
    /// <returns>The exit code.</returns>
    public int Report(IReadOnlyList<CommuneOutcome> outcomes)
    {
        var failed = outcomes.Where(outcome => outcome.Error is not null).ToList();
        Say("Summary", outcomes.Count - failed.Count, failed.Count);
        foreach (var outcome in failed)
        {
            if (outcome.Error is SeedException seeds)
            {
                Complain(seeds);
            }
            else
            {
                Refuse("FailedBecause", outcome.Commune.Slug, JobFailure.Describe(outcome.Error!));
            }
        }

        return failed.Count == 0 ? Done : Failed;
    }

    public static string NameOf(Commune commune) => commune.Name.In(Language.French);

    private static string FirstLine(Exception? error) => error?.Message.Split('\n')[0].Trim() ?? "";
}
