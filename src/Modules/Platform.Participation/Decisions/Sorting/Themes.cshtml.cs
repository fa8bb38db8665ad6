using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>The themes of a consultation: how many remarks each has, and a new one.</summary>
[Workspace(Area.Participation)]
internal sealed class ThemesModel(Sorter sorter, CommuneContext db, IStringLocalizer<SortingTexts> texts) : WorkspacePage
{
    [BindProperty, Localized(Required = true, Longest = Theme.NameLength)]
    public LocalizedInput Name { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Remarks by theme.</summary>
    public IReadOnlyDictionary<int, int> Counts { get; private set; } = new Dictionary<int, int>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (Name.ToText() is { } name && Themes.Any(theme => theme.Folded == Theme.FoldedOf(name)))
        {
            ModelState.AddModelError("Name.Ar", texts["NameTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        await sorter.NamedAsync(Consultation, Name.ToText()!, cancellation);
        Notice = texts["ThemeMade"];
        return To($"/workspace/consultations/{slug}/themes");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && one.AnnouncedAt != null, cancellation) is not { } consultation)
        {
            return false;
        }

        Consultation = consultation;
        Themes = await sorter.ThemesAsync(consultation, Language, cancellation);
        Counts = await (
            from worn in db.Set<RemarkTheme>()
            join theme in db.Set<Theme>() on worn.ThemeId equals theme.Id
            where theme.ConsultationId == consultation.Id
            group worn by worn.ThemeId into themed
            select new { themed.Key, Count = themed.Count() }).ToDictionaryAsync(themed => themed.Key, themed => themed.Count, cancellation);
        return true;
    }
}
