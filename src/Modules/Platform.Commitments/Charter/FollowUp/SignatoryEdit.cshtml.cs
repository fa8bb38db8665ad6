using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A signature: who, in what capacity, when, on what occasion. One that no longer stands is withdrawn, not erased.</summary>
[Workspace(Area.Charter)]
internal sealed class SignatoryEditModel(
    CommuneContext db, IDocuments documents, AuditTrail audit, TimeProvider time, IStringLocalizer<FollowUpTexts> texts, IStringLocalizer<CharterTexts> words)
    : WorkspacePage
{
    [BindProperty]
    public SignatoryInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    /// <summary>The sheets of this signature.</summary>
    public IReadOnlyList<AttachedDocument> Kept { get; private set; } = [];

    /// <summary>The sheets of the other signatures: of one ceremony, many signed the same. The first says none of them.</summary>
    public IReadOnlyList<SelectListItem> Sheets { get; private set; } = [];

    public Signatory? Signatory { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds => words.Choices<SignatoryKind>("OneKind_");

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Signatory is { } signatory)
        {
            Input = new()
            {
                Name = LocalizedInput.From(signatory.Name),
                Kind = signatory.Kind,
                Capacity = LocalizedInput.From(signatory.Capacity),
                SignedOn = signatory.SignedOn,
                Ceremony = LocalizedInput.From(signatory.Ceremony),
                Revision = signatory.Revision,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (id is not null && !await db.Set<Signatory>().AnyAsync(signatory => signatory.Id == id, cancellation))
        {
            return NotFound();
        }

        // Before the row is read to be changed: receiving files saves on the same context.
        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Input.Sheet is { } chosen && !Sheets.Any(sheet => sheet.Value == $"{chosen}"))
        {
            ModelState.AddModelError("Input.Sheet", texts["NoSuchSheet"]);
        }

        if (Input.SignedOn > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.SignedOn", texts["DateInFuture"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        var (name, capacity, ceremony) = (Input.Name.ToText()!, Input.Capacity.ToText(), Input.Ceremony.ToText());
        if (Signatory is { } signatory)
        {
            db.EditedFrom(signatory, Input.Revision);
            signatory.Revise(name, Input.Kind!.Value, Input.SignedOn!.Value, capacity, ceremony);
            await AttachAsync(signatory, cancellation);
            audit.RecordChange("charter.signatory-changed", $"signatory:{signatory.Id}", signatory);
        }
        else
        {
            signatory = Signatory.Of(name, Input.Kind!.Value, Input.SignedOn!.Value, capacity, ceremony);
            db.Add(signatory);
            await AttachAsync(signatory, cancellation);
            audit.Record("charter.signatory-added", "signatory", after: new { name, Input.Kind, Input.SignedOn, capacity, ceremony });
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(id, cancellation);
        }

        SavedForm = $"signatory-{id}";
        Notice = texts["SignatorySaved"];
        return To("/workspace/charter/signatories");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Signatory is not { WithdrawnOn: null } signatory)
        {
            return NotFound();
        }

        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Input.Reason) || Input.Reason.Length > AuditEntry.ReasonLength)
        {
            ModelState.AddModelError("Input.Reason", string.IsNullOrWhiteSpace(Input.Reason) ? texts["ReasonNeeded"] : $"ValidationTooLong:{AuditEntry.ReasonLength}");
            var reason = Input.Reason;
            await OnGetAsync(id, cancellation);
            Input.Reason = reason;
            return Invalid();
        }

        signatory.Withdraw(time.TodayInMorocco());
        audit.RecordChange("charter.signature-withdrawn", $"signatory:{signatory.Id}", signatory, Input.Reason);
        Tell(await db.SavedAsync(cancellation), texts["SignatoryWithdrawn"], texts["ChangedMeanwhile"]);

        return To("/workspace/charter/signatories");
    }

    /// <summary>The sheets are public as the signature is.</summary>
    private async Task AttachAsync(Signatory signatory, CancellationToken cancellation)
    {
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Charter, BothLanguages.Of(typeof(FollowUpTexts), "SheetTitle"), signatory.SignedOn, signatory.HaveDocuments(), Publish: true),
            cancellation);

        if (Input.Sheet is { } number)
        {
            await documents.AttachAsync(number, signatory.HaveDocuments(), cancellation);
        }
    }

    private async Task<bool> LoadAsync(int? id, CancellationToken cancellation)
    {
        Signatory = id is null ? null : await db.Set<Signatory>().FirstOrDefaultAsync(signatory => signatory.Id == id, cancellation);
        var keys = await db.Set<Signatory>().Where(other => other.DocumentsKey != null)
            .OrderByDescending(other => other.SignedOn).ThenByDescending(other => other.Id).Take(FollowUpReader.Most)
            .Select(other => other.DocumentsKey!).ToListAsync(cancellation);
        if (keys.Count > 0)
        {
            var own = Signatory?.DocumentsSubject;
            var sheets = await documents.OfAsync([.. keys.Select(Signatory.SubjectOf)], unpublished: true, cancellation);
            Kept = own is null ? [] : [.. sheets[own]];
            Sheets =
            [
                new(texts["NoOtherSheet"], ""),
                .. sheets.Where(group => group.Key != own).SelectMany(group => group).ExceptBy(Kept.Select(sheet => sheet.Number), sheet => sheet.Number)
                    .DistinctBy(sheet => sheet.Number)
                    .Select(sheet => new SelectListItem($"{Formats.Date(sheet.Date)} · {sheet.FileName}", $"{sheet.Number}")),
            ];
        }

        return id is null || Signatory is not null;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Signatory is not { } theirs)
        {
            return NotFound();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(words["SignatoryName"], theirs.Name, Input.Name.ToText()),
            .. EditConflict.Differing(words["SignatoryKind"], words["OneKind_" + theirs.Kind], words["OneKind_" + Input.Kind]),
            .. EditConflict.Differing(words["SignatoryCapacity"], theirs.Capacity, Input.Capacity.ToText()),
            .. EditConflict.Differing(words["SignedOn"], Formats.Date(theirs.SignedOn), Formats.Date(Input.SignedOn)),
            .. EditConflict.Differing(words["Ceremony"], theirs.Ceremony, Input.Ceremony.ToText()),
        ]);
    }

    internal sealed class SignatoryInput
    {
        [Localized(Required = true, Longest = 200)]
        public LocalizedInput Name { get; set; } = new();

        [Required]
        public SignatoryKind? Kind { get; set; }

        [Localized(Longest = 200)]
        public LocalizedInput Capacity { get; set; } = new();

        [Required]
        public DateOnly? SignedOn { get; set; }

        [Localized(Longest = 200)]
        public LocalizedInput Ceremony { get; set; } = new();

        /// <summary>Number of a document that another signature has already.</summary>
        public int? Sheet { get; set; }

        public string? Reason { get; set; }

        public int Revision { get; set; }
    }
}
