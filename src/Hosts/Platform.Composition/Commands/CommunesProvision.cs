using System.CommandLine;
using Platform.Kernel.Communes;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.Composition.Commands;

/// <summary><c>communes provision [--commune x [--anew]]</c>: what the process does when it starts. Doing it again adds what is missing and overwrites nothing.</summary>
internal static class CommunesProvision
{
    public static Command Create(Operator console)
    {
        var only = new Option<string?>("--commune") { Description = CommandTexts.Get("OnlyCommune") };
        var anew = new Option<bool>("--anew") { Description = CommandTexts.Get("Anew") };
        var command = new Command("provision", CommandTexts.Get("Provision")) { only, anew };
        command.Validators.Add(given =>
        {
            if (given.GetValue(anew) && given.GetValue(only) is null)
            {
                given.AddError(CommandTexts.Get("AnewNeedsCommune"));
            }
        });
        console.ActAnywhere(
            command, (arguments, cancellation) => ProvisionAsync(console, Operator.SlugOf(arguments.GetValue(only)), cancellation, arguments.GetValue(anew)));
        return command;
    }

    public static async Task<int> ProvisionAsync(Operator console, string? only, CancellationToken cancellation, bool anew = false)
    {
        await console.MakeNationalAsync(cancellation);
        var entered = await console.EnterFoldersAsync(cancellation);
        if (only is not null && await console.FindAsync(only, cancellation) is null)
        {
            return Operator.Failed;
        }

        var communes = (await console.Catalog.AllAsync(cancellation))
            .Where(tenant => tenant.State is CommuneState.Provisioning or CommuneState.Active && (only is null || tenant.Commune.Slug == only))
            .Select(tenant => tenant.Commune)
            .ToList();
        await console.AuditAsync(anew ? "communes.made-anew" : "communes.provisioned", $"communes:{only ?? "all"}", null, cancellation);
        var code = console.Report(
            await console.Get<Provisioner>().ProvisionAsync(communes, FanOutLimits.Default, console.Count(communes.Count), cancellation, anew));
        return entered ? code : Operator.Failed;
    }
}
