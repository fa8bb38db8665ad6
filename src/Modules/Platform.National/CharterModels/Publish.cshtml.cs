using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.National.CharterModels;

/// <summary>What communes will see, and the officer's word that they shall.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class PublishModel(CharterModelDesk desk, IStringLocalizer<CharterModelsTexts> texts) : StaffPage
{
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    public CharterModel Draft { get; private set; } = null!;

    public CharterModel? Before { get; private set; }

    public IReadOnlyList<ModelDifference> Differences { get; private set; } = [];

    public int Empty => Draft.Sections.Count(section => section.Text is null && !Draft.Sections.Exists(part => part.ParentKey == section.Key));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (!Input.Sure)
        {
            ModelState.AddModelError("Input.Sure", texts["PublishConfirmNeeded"]);
        }

        if (Input.Revision != Draft.Revision)
        {
            ModelState.AddModelError("", texts["Conflict"]);
            Input.Revision = Draft.Revision;
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        try
        {
            await desk.PublishAsync(Draft, Input.Note.ToText()!, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", texts["Conflict"]);
            return Invalid();
        }

        SavedForm = "model-charter-publish";
        Notice = texts["Published", Draft.Number];
        return To("/workspace/model-charter");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await desk.DraftAsync(cancellation) is not { Sections.Count: > 0 } draft)
        {
            return false;
        }

        Draft = draft;
        Before = await desk.PublishedAsync(null, cancellation);
        Differences = ModelDifference.Between(Before, draft, Kernel.Text.Language.Arabic);
        if (HttpMethods.IsGet(Request.Method))
        {
            Input.Revision = draft.Revision;
        }

        return true;
    }

    internal sealed class PublishInput
    {
        [Localized(Required = true, Longest = 2000)]
        public LocalizedInput Note { get; set; } = new();

        public bool Sure { get; set; }

        public int Revision { get; set; }
    }
}
