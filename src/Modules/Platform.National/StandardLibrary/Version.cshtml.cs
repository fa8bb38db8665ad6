using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.National.StandardLibrary;

/// <summary>One standard indicator: what its definition said, and the next version of it, from a month on and for a reason.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class VersionModel(
    IStandardIndicators library, PublishedVersions versions, ILibraryChanges changes, NationalContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<LibraryTexts> texts) : StaffPage
{
    public StandardIndicator First { get; private set; } = null!;

    /// <summary>Since when it is no longer in the library; none where it is.</summary>
    public StandardWithdrawal? Withdrawn { get; private set; }

    /// <summary>What it replaced, where it did.</summary>
    public StandardWithdrawal? Replaced { get; private set; }

    public StandardAddition? Added { get; private set; }

    public LocalizedText NameOf(string code) => library.All.FirstOrDefault(indicator => indicator.Code == code)?.Name ?? new(code);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<StandardVersion> Published { get; private set; } = [];

    [BindProperty]
    public VersionInput Input { get; set; } = new();

    /// <summary>Months that no figure was taken for yet, after the last version's.</summary>
    public IEnumerable<Period> Months => ComingMonths.Of(time).Where(month => (Published is not [var last, ..] || month > last.From) && !(Added is { } added && month <= added.From));

    public IEnumerable<SelectListItem> MonthChoices => Months.Choices();

    public IEnumerable<SelectListItem> Directions => texts.Choices<Direction>("Direction");

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        var last = Published is [var latest, ..] ? latest : null;
        Input = new()
        {
            Version = last?.Version ?? 1,
            Name = LocalizedInput.From(last?.Name ?? First.Name),
            Definition = LocalizedInput.From(last?.Definition ?? First.Definition),
            Unit = LocalizedInput.From(last?.Unit ?? First.Unit),
            Direction = last?.Direction ?? First.Direction,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        if (Withdrawn is not null)
        {
            ModelState.AddModelError("", texts["IsWithdrawn"]);
        }

        if (!Period.TryParse(Input.From, out var from) || !Months.Contains(from))
        {
            ModelState.AddModelError("Input.From", texts["FromWrong"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var last = Published is [var latest, ..] ? latest : null;
        var next = new StandardVersion(
            First.Code, (last?.Version ?? 1) + 1, from, Input.Name.ToText()!, Input.Definition.ToText()!, Input.Unit.ToText()!, Input.Direction!.Value,
            Input.Reason.ToText()!, time.UtcNow());
        if (Input.Version + 1 != next.Version)
        {
            return Overtaken();
        }

        db.Add(LibraryVersion.Of(next));
        audit.Record(
            "library.published", $"library:{First.Code}", next.Reason.In(Kernel.Text.Language.Arabic),
            new
            {
                Name = last?.Name ?? First.Name,
                Definition = last?.Definition ?? First.Definition,
                Unit = last?.Unit ?? First.Unit,
                Direction = last?.Direction ?? First.Direction,
                Version = last?.Version ?? 1,
            },
            new { next.Name, next.Definition, next.Unit, next.Direction, next.Version, From = next.From.ToString() });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            versions.Forget();
            await LoadAsync(code, cancellation);
            return Overtaken();
        }

        versions.Forget();
        SavedForm = "library-" + code;
        Notice = texts["Published", Formats.Period(from)];
        return To($"/workspace/library/{code}");
    }

    /// <summary>Somebody else published a version since the form was opened: it says what holds now.</summary>
    private PageResult Overtaken()
    {
        ModelState.Clear();
        ModelState.AddModelError("", texts["Overtaken"]);
        Input.Version = Published is [var latest, ..] ? latest.Version : 1;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        if (library.All.FirstOrDefault(indicator => indicator.Code == code) is not { } first)
        {
            return false;
        }

        First = first;
        Withdrawn = changes.Now.Withdrawn.FirstOrDefault(one => one.Code == code);
        Replaced = changes.Now.Withdrawn.FirstOrDefault(one => one.ReplacedBy == code);
        Added = changes.Now.Added.FirstOrDefault(one => one.Indicator.Code == code);
        Published = [.. (await versions.AllAsync(cancellation)).Where(version => version.Code == code).OrderByDescending(version => version.Version)];
        return true;
    }

    internal sealed class VersionInput
    {
        public int Version { get; set; }

        [Required]
        public string? From { get; set; }

        [Localized(Required = true)]
        public LocalizedInput Name { get; set; } = new();

        [Localized(Required = true, Longest = 2000)]
        public LocalizedInput Definition { get; set; } = new();

        [Localized(Required = true, Longest = 60)]
        public LocalizedInput Unit { get; set; } = new();

        [Required]
        public Direction? Direction { get; set; }

        [Localized(Required = true, Longest = 900)]
        public LocalizedInput Reason { get; set; } = new();
    }
}
