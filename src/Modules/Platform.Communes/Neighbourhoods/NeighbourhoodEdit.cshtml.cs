using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Communes.Neighbourhoods;

/// <summary>A neighbourhood is called otherwise, taken off the list, or put back on it.</summary>
[Workspace(Area.Identity)]
internal sealed class NeighbourhoodEditModel(CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<NeighbourhoodTexts> texts) : WorkspacePage
{
    [BindProperty, Localized(Required = true, Longest = ListedNeighbourhood.NameLength)]
    public LocalizedInput Name { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public ListedNeighbourhood Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        (Name, Revision) = (LocalizedInput.From(Place.Name), Place.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Name.ToText() is { } name && (await db.Set<ListedNeighbourhood>().AsNoTracking().Where(other => other.Id != id).ToListAsync(cancellation)).Exists(other => other.IsCalled(name)))
        {
            ModelState.AddModelError("Name.Ar", texts["NameTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Place, Revision);
        Place.Call(Name.ToText()!.OnOneLine());
        audit.RecordChange("neighbourhood.renamed", $"neighbourhood:{id}", Place);
        return await SaveAsync(id, "Renamed", cancellation);
    }

    public Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellation) =>
        MoveAsync(id, "neighbourhood.removed", "Removed", place => place.Remove(time.UtcNow()), cancellation);

    public Task<IActionResult> OnPostPutBackAsync(int id, CancellationToken cancellation) =>
        MoveAsync(id, "neighbourhood.put-back", "PutBack", place => place.PutBack(), cancellation);

    private async Task<IActionResult> MoveAsync(int id, string verb, string done, Action<ListedNeighbourhood> move, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        move(Place);
        audit.RecordChange(verb, $"neighbourhood:{id}", Place);
        ModelState.Clear();
        return await SaveAsync(id, done, cancellation);
    }

    private async Task<IActionResult> SaveAsync(int id, string done, CancellationToken cancellation)
    {
        if (await db.SavedAsync(cancellation))
        {
            (SavedForm, Notice) = ($"neighbourhood-{id}", texts[done]);
            return To("/workspace/neighbourhoods");
        }

        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Revision = Place.Revision;
        return Conflicting(EditConflict.Differing(texts["Name"], Place.Name, Name.ToText()));
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await db.Set<ListedNeighbourhood>().FirstOrDefaultAsync(place => place.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Place = found;
        return true;
    }
}
