using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Time;
using Platform.Tenancy;
using Platform.Tenancy.Catalog;

namespace Platform.Composition.Commands;

/// <summary>Changes the state of a commune, for a reason that is kept.</summary>
internal static class CommuneStateCommand
{
    public static Command Create(Operator console, string name, string description, string verb, Func<TenantInfo, bool> change, string done, string refusal)
    {
        var slug = new Argument<string>("slug") { Description = CommandTexts.Get("Slug") };
        var reason = new Option<string>("--reason") { Description = CommandTexts.Get("Reason"), Required = true };
        var command = new Command(name, CommandTexts.Get(description)) { slug, reason };
        console.Act(command, async (arguments, cancellation) =>
        {
            if (await console.FindAsync(arguments.GetRequiredValue(slug), cancellation) is not { } tenant)
            {
                return Operator.Failed;
            }

            await using var scope = console.Scope();
            var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
            var record = await db.Set<TenantInfo>().SingleAsync(record => record.Slug == tenant.Commune.Slug, cancellation);
            if (!change(record))
            {
                return console.Refuse(refusal, record.Slug, record.State.ToString().ToLowerInvariant());
            }

            db.Add(AuditEntry.Of(console.Time.UtcNow(), Operator.Actor, verb, $"commune:{record.Slug}", arguments.GetRequiredValue(reason)));
            await db.SaveChangesAsync(cancellation);
            console.Catalog.Forget();
            console.Say(done, record.Slug, console.Get<Microsoft.Extensions.Options.IOptions<SiteOptions>>().Value.CatalogSeconds);
            return Operator.Done;
        });
        return command;
    }
}
