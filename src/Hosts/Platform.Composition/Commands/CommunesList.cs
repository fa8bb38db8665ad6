using System.CommandLine;
using System.Globalization;
using Platform.Kernel.Text;
using Platform.Tenancy.Directory;

namespace Platform.Composition.Commands;

/// <summary><c>communes list [--all]</c>: those of this platform, or the 1,503 of the country.</summary>
internal static class CommunesList
{
    public static Command Create(Operator console)
    {
        var all = new Option<bool>("--all") { Description = CommandTexts.Get("ListAll") };
        var command = new Command("list", CommandTexts.Get("List")) { all };
        console.Act(command, async (arguments, cancellation) =>
        {
            var here = (await console.Catalog.AllAsync(cancellation)).ToDictionary(tenant => tenant.Commune.Code);
            var rows = arguments.GetValue(all)
                ? CommuneDirectory.All.Select(entry => Row(
                    here.TryGetValue(entry.Code, out var tenant) ? tenant.Commune.Slug : entry.Slug, entry.Code, tenant?.State.ToString() ?? "-",
                    entry.Population, entry.Name, entry.Region))
                : here.Values.Select(tenant => Row(
                    tenant.Commune.Slug, tenant.Commune.Code, tenant.State.ToString(), tenant.Commune.Population, tenant.Commune.Name, tenant.Commune.Region));
            console.SayTable(["slug", "code", "state", "population", "name", "region"], rows.ToList());
            return Operator.Done;
        });
        return command;
    }

    private static string[] Row(string slug, string code, string state, int population, LocalizedText name, LocalizedText region) =>
        [slug, code, state.ToLowerInvariant(), population.ToString(CultureInfo.InvariantCulture), name.In(Language.French), region.In(Language.French)];
}
