using System.CommandLine;
using Platform.Data.Seeding;
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
        var entry = CommuneDirectory.ByCode(which) ?? CommuneDirectory.BySlug(which);
        var tenants = await console.Catalog.AllAsync(cancellation);
        if (tenants.FirstOrDefault(tenant => tenant.Commune.Slug == which || tenant.Commune.Code == entry?.Code) is { } known)
        {
            console.Say("AlreadyHere", Operator.NameOf(known.Commune), known.Commune.Slug, known.State.ToString().ToLowerInvariant());
            return Operator.Done;
        }

        var provisioner = console.Get<Provisioner>();
        string slug;
        if (console.Get<SeedRoot>().Open(which).Exists)
        {
            slug = await provisioner.EnterFolderAsync(which, cancellation);
        }
        else if (entry is not null)
        {
            slug = await provisioner.EnterAsync(entry, cancellation);
        }
        else
        {
            return Suggest(console, which);
        }

        await console.AuditAsync("commune.added", $"commune:{slug}", null, cancellation);
        var commune = (await console.FindAsync(slug, cancellation))!.Commune;
        console.Say("Added", Operator.NameOf(commune), commune.Name.Ar, commune.Code, commune.Province.In(Language.French), commune.Region.In(Language.French), commune.Population);
        var code = console.Report(await provisioner.ProvisionAsync([commune], FanOutLimits.Default, null, cancellation));
        if (code == Operator.Done)
        {
            console.Say("Opened", commune.Address);
        }

        return code;
    }

    private static int Suggest(Operator console, string which)
    {
        var wanted = Folding.Fold(which);
        var near = CommuneDirectory.All
            .Where(entry => wanted.Length > 2 && (Folding.Fold(entry.Name.Fr).Contains(wanted, StringComparison.Ordinal) || Folding.Fold(entry.Name.Ar).Contains(wanted, StringComparison.Ordinal)))
            .Take(Suggestions)
            .ToList();
        console.Refuse("NoSuchCommune", which);
        if (near.Count > 0)
        {
            console.Say("DidYouMean");
            console.SayTable(["slug", "code", "name"], near.ConvertAll(entry => new[] { entry.Slug, entry.Code, entry.Name.In(Language.French) }));
        }

        return Operator.Failed;
    }
}
