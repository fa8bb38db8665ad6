using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.National.LegalRules;

/// <summary>One rule with all that it said: a new value for days to come, or the word that a figure was checked.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class EditModel(RuleBook book, NationalContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<LegalRulesTexts> texts) : StaffPage
{
    public Rule Rule { get; private set; } = null!;

    public DateOnly Today { get; } = time.TodayInMorocco();

    /// <summary>The value that holds, where nobody has checked it yet.</summary>
    public RuleValue? Open => Rule.AsOf(Today) is { Confirmed: false } value ? value : null;

    // Named, so that neither takes what the other was sent with.
    [BindProperty(Name = nameof(Input))]
    public ValueInput Input { get; set; } = new();

    [BindProperty(Name = nameof(Checked))]
    public ConfirmInput Checked { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        if (Open is { } open)
        {
            Checked = new() { From = open.From, Article = open.Article, Source = LocalizedInput.From(open.Source), Note = LocalizedInput.From(open.Note) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        Pass(nameof(Checked));
        if (Input.From is { } from && from <= Today)
        {
            ModelState.AddModelError("Input.From", texts["FromPast"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var before = Rule.AsOf(Input.From!.Value);
        var value = Rule.Change(
            RuleValue.Of(Input.Value!.Value, Input.From.Value, Input.Article, Input.Source.ToText()!, Input.Confirmed, Input.Note.ToText(), time.UtcNow()), Today);
        audit.Record("legal-rule.changed", Subject, null, before is null ? null : Told(before), Told(value));
        return await SaveAsync("Changed", cancellation);
    }

    public async Task<IActionResult> OnPostConfirmAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        Pass(nameof(Input));
        if (Open is not { } open || open.From != Checked.From)
        {
            return Overtaken();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var value = Rule.Confirm(open.From, Checked.Article, Checked.Source.ToText()!, Checked.Note.ToText(), time.UtcNow());
        audit.Record("legal-rule.confirmed", Subject, null, Told(open), Told(value));
        return await SaveAsync("ConfirmedNotice", cancellation);
    }

    private string Subject => $"legal-rule:{Rule.Code}";

    private static object Told(RuleValue value) => new { value.Value, value.From, value.Article, value.Source, value.Confirmed, value.Note };

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        if (await book.FindAsync(code, cancellation) is not { } rule)
        {
            return false;
        }

        Rule = rule;
        return true;
    }

    private async Task<IActionResult> SaveAsync(string notice, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another officer entered something for the same day in the same moment.
            db.ChangeTracker.Clear();
            await LoadAsync(Rule.Code, cancellation);
            return Overtaken();
        }

        Notice = texts[notice];
        return To($"/workspace/legal-rules/{Rule.Code}");
    }

    /// <summary>The other form of the page says nothing here.</summary>
    private void Pass(string other)
    {
        foreach (var key in ModelState.Keys.Where(key => key == other || key.StartsWith(other + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private PageResult Overtaken()
    {
        ModelState.Clear();
        ModelState.AddModelError("", texts["Overtaken"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    internal sealed class ValueInput
    {
        [Required, Range(0, RuleValue.Largest)]
        public int? Value { get; set; }

        [Required]
        public DateOnly? From { get; set; }

        [MaxLength(RuleValue.ArticleLength)]
        public string? Article { get; set; }

        [Localized(Required = true)]
        public LocalizedInput Source { get; set; } = new();

        public bool Confirmed { get; set; }

        [Localized(Longest = 1000)]
        public LocalizedInput Note { get; set; } = new();
    }

    internal sealed class ConfirmInput
    {
        [Required]
        public DateOnly? From { get; set; }

        [MaxLength(RuleValue.ArticleLength)]
        public string? Article { get; set; }

        [Localized(Required = true)]
        public LocalizedInput Source { get; set; } = new();

        [Localized(Longest = 1000)]
        public LocalizedInput Note { get; set; } = new();
    }
}
