using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A signature: who, in what capacity, when, on what occasion. One that no longer stands is withdrawn, not erased.</summary>
[Workspace(Area.Charter)]
internal sealed class SignatoryEditModel(
    CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<FollowUpTexts> texts, IStringLocalizer<CharterTexts> words) : CharterDeskPage
{
    [BindProperty]
    public SignatoryInput Input { get; set; } = new();

    public Signatory? Signatory { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds => Choices<SignatoryKind>(words, "OneKind");

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
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Input.SignedOn > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.SignedOn", texts["DateInFuture"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (name, capacity, ceremony) = (Input.Name.ToText()!, Input.Capacity.ToText(), Input.Ceremony.ToText());
        if (Signatory is { } signatory)
        {
            db.EditedFrom(signatory, Input.Revision);
            signatory.Revise(name, Input.Kind!.Value, Input.SignedOn!.Value, capacity, ceremony);
            audit.RecordChange("charter.signatory-changed", $"signatory:{signatory.Id}", signatory);
        }
        else
        {
            db.Add(Signatory.Of(name, Input.Kind!.Value, Input.SignedOn!.Value, capacity, ceremony));
            audit.Record("charter.signatory-added", "signatory", after: new { name, Input.Kind, Input.SignedOn, capacity, ceremony });
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
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
        try
        {
            await db.SaveChangesAsync(cancellation);
            Notice = texts["SignatoryWithdrawn"];
        }
        catch (DbUpdateConcurrencyException)
        {
            Notice = texts["ChangedMeanwhile"];
        }

        return To("/workspace/charter/signatories");
    }

    private async Task<bool> LoadAsync(int? id, CancellationToken cancellation)
    {
        Signatory = id is null ? null : await db.Set<Signatory>().FirstOrDefaultAsync(signatory => signatory.Id == id, cancellation);
        return id is null || Signatory is not null;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(id, cancellation) || Signatory is not { } theirs)
        {
            return NotFound();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(new(
            null,
            [
                .. EditConflict.Differing(words["SignatoryName"], theirs.Name, Input.Name.ToText()),
                .. EditConflict.Differing(words["SignatoryKind"], words["OneKind_" + theirs.Kind], words["OneKind_" + Input.Kind]),
                .. EditConflict.Differing(words["SignatoryCapacity"], theirs.Capacity, Input.Capacity.ToText()),
                .. EditConflict.Differing(words["SignedOn"], Formats.Date(theirs.SignedOn), Formats.Date(Input.SignedOn)),
                .. EditConflict.Differing(words["Ceremony"], theirs.Ceremony, Input.Ceremony.ToText()),
            ],
            At($"/workspace/charter/signatories/edit/{id}")));
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

        public string? Reason { get; set; }

        public int Revision { get; set; }
    }
}
