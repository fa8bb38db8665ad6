using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>A theme is renamed, merged into another one, or taken away; the remarks that had it stay.</summary>
[Workspace(Area.Participation)]
internal sealed class ThemeEditModel(Sorter sorter, CommuneContext db, IStringLocalizer<SortingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public LocalizedInput Name { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The theme that takes over what this one has.</summary>
    [BindProperty]
    public int? Into { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    public Theme Theme { get; private set; } = null!;

    public IReadOnlyList<Theme> Others { get; private set; } = [];

    public int Remarks { get; private set; }

    public IEnumerable<SelectListItem> OtherChoices =>
        [new("–", ""), .. Others.Select(other => new SelectListItem(other.Name.In(Language), other.Id.ToString(CultureInfo.InvariantCulture)))];

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        (Name, Revision) = (LocalizedInput.From(Theme.Name), Theme.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        var name = Name.ToText();
        if (name is null)
        {
            ModelState.AddModelError("Name.Ar", "ValidationArabicNeeded");
        }
        else if (name.Ar.Length > Theme.NameLength || name.Fr?.Length > Theme.NameLength || name.Zgh?.Length > Theme.NameLength)
        {
            ModelState.AddModelError("Name.Ar", $"ValidationTooLong:{Theme.NameLength}");
        }
        else if (Others.Any(other => other.Folded == Theme.FoldedOf(name)))
        {
            ModelState.AddModelError("Name.Ar", texts["NameTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Revision != Theme.Revision)
        {
            Revision = Theme.Revision;
            return Conflicting(EditConflict.Differing(texts["ThemeName"], Theme.Name, name));
        }

        db.EditedFrom(Theme, Revision);
        return await DoneAsync(slug, () => sorter.RenameAsync(Theme, name!, cancellation), "ThemeRenamed");
    }

    public async Task<IActionResult> OnPostMergeAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        if (Others.FirstOrDefault(other => other.Id == Into) is not { } into)
        {
            Name = LocalizedInput.From(Theme.Name);
            ModelState.AddModelError(nameof(Into), texts["ThemeNeeded"]);
            return Invalid();
        }

        return await DoneAsync(slug, () => sorter.MergeAsync(Theme, into, cancellation), "ThemesMerged");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, int id, CancellationToken cancellation) =>
        await LoadAsync(slug, id, cancellation) ? await DoneAsync(slug, () => sorter.RemoveAsync(Theme, cancellation), "ThemeRemoved") : NotFound();

    private async Task<IActionResult> DoneAsync(string slug, Func<Task> act, string said)
    {
        try
        {
            await act();
            Notice = texts[said];
        }
        catch (DbUpdateException)
        {
            // Somebody else renamed, merged or removed it, or took the name, in the same moment.
            db.ChangeTracker.Clear();
            Warning = texts["ChangedMeanwhile"];
        }

        return To($"/workspace/consultations/{slug}/themes");
    }

    private async Task<bool> LoadAsync(string slug, int id, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && one.AnnouncedAt != null, cancellation) is not { } consultation
            || await db.Set<Theme>().FirstOrDefaultAsync(theme => theme.Id == id && theme.ConsultationId == consultation.Id, cancellation) is not { } found)
        {
            return false;
        }

        (Consultation, Theme) = (consultation, found);
        Others = [.. (await sorter.ThemesAsync(consultation, Language, cancellation)).Where(other => other.Id != id)];
        Remarks = await db.Set<RemarkTheme>().CountAsync(worn => worn.ThemeId == id, cancellation);
        return true;
    }
}
