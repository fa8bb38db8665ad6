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
internal sealed class QuarterEditModel(CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<NeighbourhoodTexts> texts) : WorkspacePage
{
    [BindProperty, Localized(Required = true, Longest = Quarter.NameLength)]
    public LocalizedInput Name { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public Quarter Quarter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        (Name, Revision) = (LocalizedInput.From(Quarter.Name), Quarter.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Name.ToText() is { } name && (await db.Set<Quarter>().AsNoTracking().Where(other => other.Id != id).ToListAsync(cancellation)).Exists(other => other.IsCalled(name)))
        {
            ModelState.AddModelError("Name.Ar", texts["NameTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Quarter, Revision);
        Quarter.Call(Name.ToText()!.OnOneLine());
        audit.RecordChange("neighbourhood.renamed", $"neighbourhood:{id}", Quarter);
        return await SaveAsync(id, "Renamed", cancellation);
    }

    public Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellation) =>
        MoveAsync(id, "neighbourhood.removed", "Removed", quarter => quarter.Remove(time.UtcNow()), cancellation);

    public Task<IActionResult> OnPostPutBackAsync(int id, CancellationToken cancellation) =>
        MoveAsync(id, "neighbourhood.put-back", "PutBack", quarter => quarter.PutBack(), cancellation);

    private async Task<IActionResult> MoveAsync(int id, string verb, string done, Action<Quarter> move, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        move(Quarter);
        audit.RecordChange(verb, $"neighbourhood:{id}", Quarter);
        ModelState.Clear();
        return await SaveAsync(id, done, cancellation);
    }

    private async Task<IActionResult> SaveAsync(int id, string done, CancellationToken cancellation)
    {
        if (await db.SavedAsync(cancellation))
        {
            Notice = texts[done];
            return To("/workspace/neighbourhoods");
        }

        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Revision = Quarter.Revision;
        return Conflicting(EditConflict.Differing(texts["Name"], Quarter.Name, Name.ToText()));
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await db.Set<Quarter>().FirstOrDefaultAsync(quarter => quarter.Id == id, cancellation) is not { } found)
        {
            return false;
        }

        Quarter = found;
        return true;
    }
}
