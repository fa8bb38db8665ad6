using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.National.CharterModels;

/// <summary>One section of the version being written; without a number, a new one.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class SectionModel(CharterModelDesk desk, IStringLocalizer<CharterModelsTexts> texts) : StaffPage
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public CharterModelSection? Section { get; private set; }

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public bool HasParts { get; private set; }

    private string Home => $"/{Language.Tag}/workspace/model-charter";

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        if (Section is { } section)
        {
            Input = new() { Title = LocalizedInput.From(section.Title), Text = LocalizedInput.From(section.Text), Revision = section.Revision };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        if (Section is null && Input.Parent is { } parent && !Parents.Any(option => option.Value == parent))
        {
            ModelState.AddModelError("Input.Parent", "ValidationInvalid");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (title, text) = (Input.Title.ToText()!, Input.Text.ToRichText());
        try
        {
            if (Section is { } section)
            {
                await desk.ReviseAsync(draft, section, Input.Revision, title, text, cancellation);
            }
            else
            {
                Section = await desk.AddAsync(draft, Input.Parent, title, text, cancellation);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(id, cancellation);
        }

        SavedForm = $"model-charter-{id}";
        return Redirect($"{Home}#s-{Section.Key}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } draft || Section is not { } section || HasParts)
        {
            return NotFound();
        }

        try
        {
            await desk.RemoveAsync(draft, section, cancellation);
            Notice = texts["Removed"];
        }
        catch (DbUpdateConcurrencyException)
        {
            Notice = texts["Conflict"];
        }

        return Redirect(Home);
    }

    private async Task<CharterModel?> LoadAsync(int? id, CancellationToken cancellation)
    {
        var draft = await desk.DraftAsync(cancellation);
        Section = draft?.Sections.Find(section => section.Id == id);
        if (draft is null || (id is not null && Section is null))
        {
            return null;
        }

        HasParts = Section is not null && draft.Sections.Exists(section => section.ParentKey == Section.Key);
        Parents =
        [
            new SelectListItem(texts["TopLevel"], ""),
            .. draft.Sections.Where(section => section.ParentKey is null).OrderBy(section => section.Position)
                .Select(section => new SelectListItem($"{section.Number} {section.Title.In(Language)}", section.Key)),
        ];
        return draft;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        desk.Forget();
        if (await LoadAsync(id, cancellation) is null || Section is not { } theirs)
        {
            return NotFound();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["SectionTitle"], theirs.Title, Input.Title.ToText()),
            .. EditConflict.Differing(texts["SectionText"], theirs.Text, Input.Text.ToRichText()),
        ]);
    }

    internal sealed class SectionInput
    {
        [Localized(Required = true, Longest = CharterModelSection.TitleLength)]
        public LocalizedInput Title { get; set; } = new();

        [Localized(Longest = CharterModelSection.TextLength)]
        public LocalizedInput Text { get; set; } = new();

        public string? Parent { get; set; }

        public int Revision { get; set; }
    }
}
