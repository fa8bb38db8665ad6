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
internal sealed class QuartersModel(CommuneContext db, INeighbourhoods neighbourhoods, AuditTrail audit, IStringLocalizer<NeighbourhoodTexts> texts) : WorkspacePage
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
        var there = (await db.Set<Quarter>().ToListAsync(cancellation)).ToDictionary(quarter => quarter.Id);
        var added = new List<Quarter>();
        foreach (var name in names)
        {
            if (there.Values.Concat(added).FirstOrDefault(quarter => quarter.IsCalled(name)) is { } known)
            {
                known.PutBack();
            }
            else
            {
                added.Add(Quarter.Called(name));
            }
        }

        db.AddRange(added);
        audit.Record("neighbourhood.added", "neighbourhood:list", after: new { names = string.Join(" · ", added.Select(quarter => quarter.Name.Ar)) });
        await db.SaveChangesAsync(cancellation);
        SavedForm = "neighbourhoods";
        Notice = texts.Count("Added", added.Count);
        return RedirectToPage();
    }

    private IReadOnlyList<LocalizedText> Read()
    {
        if (LocalizedLines.Read(Names) is not { } names)
        {
            ModelState.AddModelError("Names.Fr", texts["LinesDiffer"]);
            return [];
        }

        if (names.Any(name => new[] { name.Ar, name.Fr, name.Zgh }.Any(part => part?.Length > Quarter.NameLength)))
        {
            ModelState.AddModelError("Names.Ar", texts["NameTooLong", Quarter.NameLength]);
        }

        if (names.Count + All.Count > Most)
        {
            ModelState.AddModelError("Names.Ar", texts["TooMany", Most]);
        }

        return names;
    }
}
