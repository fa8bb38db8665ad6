using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.CharterModels;

/// <summary>The model charter as officers keep it: the version being written, section by section, and those that were published.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class IndexModel(CharterModelDesk desk, NationalContext db, IStringLocalizer<CharterModelsTexts> texts) : StaffPage
{
    public CharterModel? Draft { get; private set; }

    /// <summary>The latest first, without their sections.</summary>
    public IReadOnlyList<CharterModel> Published { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Draft = await desk.DraftAsync(cancellation);
        Published = await db.Set<CharterModel>().AsNoTracking()
            .Where(model => model.PublishedAt != null).OrderByDescending(model => model.Number).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellation)
    {
        Notice = texts[await desk.BeginAsync(cancellation) ? "Begun" : "BegunAlready"];
        return To("/workspace/model-charter");
    }

    public async Task<IActionResult> OnPostMoveAsync(int id, int step, CancellationToken cancellation)
    {
        if (await desk.DraftAsync(cancellation) is not { } draft || draft.Sections.Find(section => section.Id == id) is not { } section || step is not (1 or -1))
        {
            return NotFound();
        }

        try
        {
            await desk.MoveAsync(draft, section, step, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            Notice = texts["Conflict"];
        }

        return To($"/workspace/model-charter#s-{section.Key}");
    }
}
