using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>The title of the draft.</summary>
[Workspace(Area.Charter)]
internal sealed class TitleModel(CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public TitleInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await DraftAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        Input = new() { Title = LocalizedInput.From(draft.Title), Seen = Seen(draft) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await DraftAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        // Every edit of the text raises the revision of the version: what counts here is whether the title is the one that was shown.
        var title = Input.Title.ToText()!;
        if (Input.Seen != Seen(draft) && title != draft.Title)
        {
            Input.Seen = Seen(draft);
            return Conflicting(EditConflict.Differing(texts["CharterTitle"], draft.Title, title));
        }

        var before = new { draft.Title };
        draft.Rename(title);
        draft.Touch(time.UtcNow());
        audit.Record("charter.renamed", CharterDrafts.Subject(draft), null, before, new { draft.Title });
        if (!await db.SavedAsync(cancellation))
        {
            ModelState.AddModelError("", texts["ChangedMeanwhile"]);
            return Invalid();
        }

        SavedForm = "charter-title";
        Notice = texts["ItemSaved"];
        return To("/workspace/charter/draft");
    }

    private Task<CharterVersion?> DraftAsync(CancellationToken cancellation) =>
        db.Set<CharterVersion>().Where(version => version.State == CharterState.Draft).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);

    private static string Seen(CharterVersion draft) => $"{draft.Title.Ar}|{draft.Title.Fr}|{draft.Title.Zgh}";

    internal sealed class TitleInput
    {
        [Localized(Required = true, Longest = CharterVersion.TitleLength)]
        public LocalizedInput Title { get; set; } = new();

        public string? Seen { get; set; }
    }
}
