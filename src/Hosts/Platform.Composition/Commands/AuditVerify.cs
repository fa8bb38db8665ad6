using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Tenancy.FanOut;

namespace Platform.Composition.Commands;

/// <summary>
/// <c>audit verify [--commune x]</c>: recomputes the chain of every trail and names the first broken entry of each. The last digest that it prints, kept
/// elsewhere, shows later whether a whole chain was written anew.
/// </summary>
internal static class AuditVerify
{
    private const string National = "(national)";

    public static Command Create(Operator console)
    {
        var only = new Option<string?>("--commune") { Description = CommandTexts.Get("OnlyCommune") };
        var command = new Command("verify", CommandTexts.Get("VerifyAudit")) { only };
        console.Act(command, async (arguments, cancellation) =>
        {
            var slug = Operator.SlugOf(arguments.GetValue(only));
            if (slug is not null && await console.FindAsync(slug, cancellation) is null)
            {
                return Operator.Failed;
            }

            await console.AuditAsync("audit.verified", "audit:trails", slug, cancellation);
            return await VerifyAsync(console, slug, cancellation);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(Operator console, string? slug, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<string, AuditVerification>();
        if (slug is null)
        {
            await using var scope = console.Scope();
            found[National] = await AuditVerifier.VerifyAsync(scope.ServiceProvider.GetRequiredService<NationalContext>(), cancellation);
        }

        var outcomes = await console.Get<ForEachCommune>().RunAsync(
            "audit-verify",
            (await console.Catalog.AllAsync(cancellation))
                .Where(tenant => tenant.State != CommuneState.Provisioning && (slug is null || tenant.Commune.Slug == slug))
                .Select(tenant => tenant.Commune),
            async (services, stop) => found[services.GetRequiredService<CurrentCommune>().Value.Slug] =
                await AuditVerifier.VerifyAsync(services.GetRequiredService<CommuneContext>(), stop),
            FanOutLimits.Default with { Timeout = TimeSpan.FromHours(1) },
            null,
            cancellation);
        console.SayTable(
            ["database", "entries", "last digest", "result"],
            found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new[]
            {
                pair.Key, pair.Value.Entries.ToString(CultureInfo.InvariantCulture), pair.Value.Digest, Result(pair.Value),
            }));
        var broken = found.Values.Count(verification => !verification.Holds);
        console.Say("AuditSummary", found.Count - broken, broken);
        return Math.Max(outcomes.Any(outcome => outcome.Error is not null) ? console.Report(outcomes) : Operator.Done, broken == 0 ? Operator.Done : Operator.Failed);
    }

    private static string Result(AuditVerification verification) => verification.Break switch
    {
        null => CommandTexts.Get("AuditHolds"),
        { } broken => CommandTexts.Get("Audit" + broken, verification.At, verification.Id),
    };
}
