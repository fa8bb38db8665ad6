using System.CommandLine;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Tenancy.Directory;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.Composition.Commands;

/// <summary><c>communes add &lt;slug|code&gt;</c>: any commune of the country, its names and figures taken from the directory. Adding it again changes nothing.</summary>
internal static class CommunesAdd
{
    private const int Suggestions = 8;

    public static Command Create(Operator console)
    {
        var which = new Argument<string>("slug-or-code") { Description = CommandTexts.Get("AddWhich") };
        var command = new Command("add", CommandTexts.Get("Add")) { which };
        console.ActAnywhere(command, (arguments, cancellation) => AddAsync(console, arguments.GetRequiredValue(which).Trim().ToLowerInvariant(), cancellation));
        return command;
    }

    private static async Task<int> AddAsync(Operator console, string which, CancellationToken cancellation)
    {
        await console.MakeNationalAsync(cancellation);
        var added = await console.InOfficeAsync(office => office.EnterAsync(which, null, cancellation));
        if (added.Slug is null)
        {
            return Suggest(console, which);
        }

        var tenant = (await console.FindAsync(added.Slug, cancellation))!;
        var commune = tenant.Commune;
        if (added.Addition == CommuneAddition.AlreadyHere)
        {
            console.Say("AlreadyHere", Operator.NameOf(commune), commune.Slug, tenant.State.ToString().ToLowerInvariant());
            return Operator.Done;
        }

        console.Say("Added", Operator.NameOf(commune), commune.Name.Ar, commune.Code, commune.Province.In(Language.French), commune.Region.In(Language.French), commune.Population);
        var code = console.Report(await console.Get<Provisioner>().ProvisionAsync([commune], FanOutLimits.Default, null, cancellation));
        if (code == Operator.Done)
        {
            console.Say("Opened", commune.Address);
        }

        return code;
    }

    private static int Suggest(Operator console, string which)
    {
        console.Refuse("NoSuchCommune", which);
        var near = CommuneDirectory.Search(which, Suggestions).ToList();
        if (near.Count > 0)
        {
            console.Say("DidYouMean");
            console.SayTable(["slug", "code", "name"], near.ConvertAll(entry => new[] { entry.Slug, entry.Code, entry.Name.In(Language.French) }));
        }

        return Operator.Failed;
    }
}
