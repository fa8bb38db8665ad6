using System.CommandLine;
using Microsoft.Extensions.Options;
using Platform.Tenancy;
using Platform.Tenancy.Administration;

namespace Platform.Composition.Commands;

/// <summary>Changes the state of a commune, for a reason that is kept.</summary>
internal static class CommuneStateCommand
{
    public static Command Create(
        Operator console, string name, string description, Func<CommuneOffice, string, string, CancellationToken, Task<bool>> change, string done, string refusal)
    {
        var slug = new Argument<string>("slug") { Description = CommandTexts.Get("Slug") };
        var reason = new Option<string>("--reason") { Description = CommandTexts.Get("Reason"), Required = true };
        reason.Validators.Add(given =>
        {
            if (string.IsNullOrWhiteSpace(given.GetValueOrDefault<string>()))
            {
                given.AddError(CommandTexts.Get("ReasonNeeded"));
            }
        });
        var command = new Command(name, CommandTexts.Get(description)) { slug, reason };
        console.Act(command, async (arguments, cancellation) =>
        {
            if (await console.FindAsync(arguments.GetRequiredValue(slug), cancellation) is not { } tenant)
            {
                return Operator.Failed;
            }

            var known = tenant.Commune.Slug;
            if (!await console.InOfficeAsync(office => change(office, known, arguments.GetRequiredValue(reason), cancellation)))
            {
                return console.Refuse(refusal, known, tenant.State.ToString().ToLowerInvariant());
            }

            console.Say(done, known, console.Get<IOptions<SiteOptions>>().Value.CatalogSeconds);
            return Operator.Done;
        });
        return command;
    }
}
