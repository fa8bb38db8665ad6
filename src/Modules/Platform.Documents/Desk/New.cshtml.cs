using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>Brings documents, several at once: each file becomes one, named after its file until somebody words it better. None is public yet.</summary>
[Workspace(Area.Documents)]
internal sealed class NewModel : DeskPage
{
    [BindProperty]
    public NewInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var accepted = await Files.ReceiveAsync(Keeper, ModelState, nameof(Files), cancellation);
        if (Files.StoreDown)
        {
            return StoreDown();
        }

        if (accepted && Files.Received.Count == 0)
        {
            ModelState.AddModelError(nameof(Files), Words["FileNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var made = new List<Document>();
        foreach (var file in Files.Received)
        {
            made.Add(await KeepAsync(file, cancellation));
        }

        await Db.SaveChangesAsync(cancellation);
        (Notice, SavedForm) = (Words[made.Count == 1 ? "AddedOne" : "AddedSeveral", made.Count], "documents:new");
        return made is [var one] ? Back(one.Id) : To("/workspace/documents?published=no");
    }

    private async Task<Document> KeepAsync(ReceivedFile file, CancellationToken cancellation)
    {
        var title = Files.Received.Count == 1 && Input.Title.ToText() is { } worded ? worded : new LocalizedText(Path.GetFileNameWithoutExtension(file.Name));
        var document = Document.Of(Input.Kind!.Value, title, null, Input.Date!.Value, null, Now, Person.Actor);
        await Keeper.TakeOverAsync(document, file.Code, Input.Language, Input.Variant, null, cancellation);
        Db.Add(document);
        Audit.Record("document.kept", $"file:{document.Files[0].Digest[..12]}", after: new { document.Title, document.Kind, document.Files[0].Name });
        return document;
    }

    internal sealed class NewInput : IValidatableObject
    {
        [Localized(Longest = DocumentInput.LongestTitle)]
        public LocalizedInput Title { get; set; } = new();

        [Required, EnumDataType(typeof(DocumentKind), ErrorMessage = "ValidationInvalid")]
        public DocumentKind? Kind { get; set; }

        [Required]
        public DateOnly? Date { get; set; }

        [EnumDataType(typeof(FileLanguage), ErrorMessage = "ValidationInvalid")]
        public FileLanguage Language { get; set; }

        [EnumDataType(typeof(FileVariant), ErrorMessage = "ValidationInvalid")]
        public FileVariant Variant { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => DocumentInput.CheckDate(Date, nameof(Date));
    }
}
