using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>The draft as an outline: each section and what it holds, to be edited, moved, added or removed.</summary>
[Workspace(Area.Charter)]
internal sealed class DraftModel(
    CommuneContext db, CharterDrafts drafts, IModelCharters models, AuditTrail audit, TimeProvider time, IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    public CharterVersion Draft { get; private set; } = null!;

    public IReadOnlyList<CharterPart> Parts { get; private set; } = [];

    /// <summary>The model changed since some section was last compared with it.</summary>
    public bool ModelMoved { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.OpenAsync(cancellation) is not { State: CharterState.Draft } draft)
        {
            return To("/workspace/charter");
        }

        Draft = draft;
        Parts = CharterPart.Of(draft);
        var model = await models.LatestNumberAsync(cancellation);
        ModelMoved = draft.Sections.Exists(part => part.ModelNumber is { } seen && seen < model);
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(CharterItemKind kind, int id, int step, CancellationToken cancellation)
    {
        if (await drafts.OpenAsync(cancellation) is not { State: CharterState.Draft } draft
            || !ModelState.IsValid || step is not (1 or -1) || DraftItems.Find(draft, kind, id) is not { } item || kind == CharterItemKind.Rung)
        {
            return NotFound();
        }

        if (CharterOrder.Arrange(draft, item, step))
        {
            draft.Touch(time.UtcNow());
            audit.Record("charter.item-moved", DraftItems.Subject(draft, kind, item), after: new { step });
            Warning = await db.SavedAsync(cancellation) ? null : texts["ChangedMeanwhile"].Value;
        }

        return To($"/workspace/charter/draft#i-{kind.ToString().ToLowerInvariant()}-{id}");
    }
}
