using System.CommandLine;
using Platform.Kernel.Communes;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.Composition.Commands;

/// <summary><c>communes migrate [--commune x]</c>: brings the schema of the national database and of every commune's up to date.</summary>
internal static class CommunesMigrate
{
    public static Command Create(Operator console)
    {
        var only = new Option<string?>("--commune") { Description = CommandTexts.Get("OnlyCommune") };
        var command = new Command("migrate", CommandTexts.Get("Migrate")) { only };
        console.ActAnywhere(command, async (arguments, cancellation) =>
        {
            await console.MakeNationalAsync(cancellation);
            console.Say("NationalMigrated");
            var slug = Operator.SlugOf(arguments.GetValue(only));
            if (slug is not null && await console.FindAsync(slug, cancellation) is null)
            {
                return Operator.Failed;
            }

            var tenants = (await console.Catalog.AllAsync(cancellation)).Where(tenant => slug is null || tenant.Commune.Slug == slug).ToList();
            var waiting = tenants.RemoveAll(tenant => tenant.State == CommuneState.Provisioning);
            await console.AuditAsync("communes.migrated", $"communes:{slug ?? "all"}", null, cancellation);
            var outcomes = await console.Get<Provisioner>().MigrateAsync(
                tenants.Select(tenant => tenant.Commune), FanOutLimits.Default, console.Count(tenants.Count), cancellation);
            if (waiting > 0)
            {
                console.Say("StillToProvision", waiting);
            }

            return console.Report(outcomes);
        });
        return command;
    }
}
