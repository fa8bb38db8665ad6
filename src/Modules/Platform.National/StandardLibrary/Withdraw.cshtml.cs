using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.National.StandardLibrary;

/// <summary>Takes an indicator out of the library from a month on. What communes have of it stays with them, and in the figures of the nation.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class WithdrawModel(
    IStandardIndicators library, PublishedChanges changes, NationalContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<LibraryTexts> texts) : StaffPage
{
    public StandardIndicator Indicator { get; private set; } = null!;

    [BindProperty]
    public WithdrawalInput Input { get; set; } = new();

    public IEnumerable<SelectListItem> MonthChoices => ComingMonths.Of(time).Choices();

    public IActionResult OnGet(string code) => Find(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!Find(code))
        {
            return NotFound();
        }

        if (!Period.TryParse(Input.From, out var from) || !ComingMonths.Of(time).Contains(from))
        {
            ModelState.AddModelError("Input.From", texts["FromWrong"]);
        }

        if (!Input.Confirmed)
        {
            ModelState.AddModelError("Input.Confirmed", texts["ConfirmNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var reason = Input.Reason.ToText()!;
        db.Add(LibraryWithdrawal.Of(code, from, null, reason, time.UtcNow()));
        audit.Record("library.withdrawn", $"library:{code}", reason.In(Kernel.Text.Language.Arabic), null, new { From = from.ToString() });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            changes.Forget();
            if (Find(code))
            {
                throw;
            }

            // A colleague withdrew it in this moment, from another month perhaps: that is what holds.
            Warning = texts["WithdrawnMeanwhile"];
            return To($"/workspace/library/{code}");
        }

        changes.Forget();
        Notice = texts["WasWithdrawn", Formats.Period(from)];
        return To($"/workspace/library/{code}");
    }

    private bool Find(string code)
    {
        if (library.All.FirstOrDefault(indicator => indicator.Code == code) is not { } found || changes.Now.Withdrawn.Any(one => one.Code == code))
        {
            return false;
        }

        Indicator = found;
        return true;
    }

    internal sealed class WithdrawalInput
    {
        [Required]
        public string? From { get; set; }

        [Localized(Required = true, Longest = 900)]
        public LocalizedInput Reason { get; set; } = new();

        public bool Confirmed { get; set; }
    }
}
