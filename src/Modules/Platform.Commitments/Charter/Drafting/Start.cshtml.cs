using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>Begins a draft from DGCT's model, the version in force, common headings or nothing; or begins the one there is anew.</summary>
[Workspace(Area.Charter)]
internal sealed class StartModel(CommuneContext db, CharterDrafts drafts, IModelCharters models, IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public StartInput Input { get; set; } = new();

    public CharterVersion? Open { get; private set; }

    public IReadOnlyList<SelectListItem> Starts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return To("/workspace/charter");
        }

        var title = Open?.Title ?? await db.Set<CharterVersion>().OrderByDescending(version => version.Number).Select(version => version.Title).FirstOrDefaultAsync(cancellation);
        Input.Title = LocalizedInput.From(title);
        Input.Start = Enum.Parse<DraftStart>(Starts[0].Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return To("/workspace/charter");
        }

        if (Input.Start is { } chosen && !Starts.Any(start => start.Value == chosen.ToString()))
        {
            ModelState.AddModelError("Input.Start", "ValidationInvalid");
        }

        if (Open is not null && !Input.Sure)
        {
            ModelState.AddModelError("Input.Sure", texts["StartSureNeeded"]);
        }

        if (!ModelState.IsValid || await drafts.ContentAsync(Input.Start!.Value, Input.Title.ToText()!, cancellation) is not { } content)
        {
            return Invalid();
        }

        try
        {
            await drafts.BeginAsync(Input.Start.Value, content, Open is not null, cancellation);
            Notice = texts["Started"];
        }
        catch (DraftTakenException)
        {
            Notice = texts["StartTaken"];
        }
        catch (DbUpdateConcurrencyException)
        {
            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/charter/draft");
    }

    /// <returns>False where the version being made is adopted: its text stays.</returns>
    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Open = await drafts.GlanceAsync(cancellation);
        var starts = new List<DraftStart>();
        if (await models.LatestNumberAsync(cancellation) > 0)
        {
            starts.Add(DraftStart.Model);
        }

        if (await db.Set<CharterVersion>().AnyAsync(version => version.State == CharterState.InForce, cancellation))
        {
            starts.Insert(0, DraftStart.InForce);
        }

        Starts = [.. starts.Append(DraftStart.Headings).Append(DraftStart.Empty).Select(start => new SelectListItem(texts["Start_" + start], start.ToString()))];
        return Open is null or { State: CharterState.Draft };
    }

    internal sealed class StartInput
    {
        [Required]
        public DraftStart? Start { get; set; }

        [Localized(Required = true, Longest = CharterVersion.TitleLength)]
        public LocalizedInput Title { get; set; } = new();

        public bool Sure { get; set; }
    }
}
