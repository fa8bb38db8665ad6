using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Communes.Neighbourhoods;

/// <summary>The commune's list of neighbourhoods: many are added at once, one in each line.</summary>
[Workspace(Area.Identity)]
internal sealed class NeighbourhoodsModel(CommuneContext db, INeighbourhoods neighbourhoods, AuditTrail audit, IStringLocalizer<NeighbourhoodTexts> texts) : WorkspacePage
{
    /// <summary>More than the largest commune has.</summary>
    private const int Most = 1000;

    [BindProperty, Localized(Required = true, Longest = 60_000)]
    public LocalizedInput Names { get; set; } = new();

    public IReadOnlyList<Neighbourhood> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => All = await neighbourhoods.AllAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        All = await neighbourhoods.AllAsync(cancellation);
        var names = Read();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        // What is on the list already is passed over: whoever pastes the whole list again doubles nothing.
        var known = (await db.Set<ListedNeighbourhood>().ToListAsync(cancellation)).GroupBy(place => Folding.Fold(place.Name.Ar), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var (added, putBack) = (new List<ListedNeighbourhood>(), new List<ListedNeighbourhood>());
        foreach (var name in names)
        {
            var folded = Folding.Fold(name.Ar);
            if (!known.TryGetValue(folded, out var place))
            {
                added.Add(known[folded] = ListedNeighbourhood.Called(name));
            }
            else if (place.RemovedAt is not null)
            {
                place.PutBack();
                putBack.Add(place);
            }
        }

        db.AddRange(added);
        if (added.Count > 0)
        {
            audit.Record("neighbourhood.added", "neighbourhood:list", after: new { names = string.Join(" · ", added.Select(place => place.Name.Ar)) });
        }

        putBack.ForEach(place => audit.RecordChange("neighbourhood.put-back", $"neighbourhood:{place.Id}", place));
        await db.SaveChangesAsync(cancellation);
        SavedForm = "neighbourhoods";
        Notice = texts.Count("Added", added.Count + putBack.Count);
        return RedirectToPage();
    }

    private IReadOnlyList<LocalizedText> Read()
    {
        if (LocalizedLines.Read(Names) is not { } names)
        {
            ModelState.AddModelError("Names.Fr", texts["LinesDiffer"]);
            return [];
        }

        if (names.Any(name => new[] { name.Ar, name.Fr, name.Zgh }.Any(part => part?.Length > ListedNeighbourhood.NameLength)))
        {
            ModelState.AddModelError("Names.Ar", texts["NameTooLong", ListedNeighbourhood.NameLength]);
        }

        if (names.Count + All.Count > Most)
        {
            ModelState.AddModelError("Names.Ar", texts["TooMany", Most]);
        }

        return names;
    }
}
