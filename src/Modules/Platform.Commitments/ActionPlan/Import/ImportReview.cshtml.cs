using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>What was understood of a file, row by row; each row is corrected in its place. After applying: what was done, and the way back.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ImportReviewModel(CommuneContext db, PlanImporter importer, AuditTrail audit, IStringLocalizer<ImportTexts> texts) : WorkspacePage
{
    public const int PageSize = 50;
    public const string Wrong = "wrong";
    public const string Twins = "twins";
    public const string Corrected = "corrected";
    private const string FieldPrefix = "c.";

    public ImportDraft Draft { get; private set; } = null!;

    public IReadOnlyList<CheckedRow> Rows { get; private set; } = [];

    /// <summary>Those of this page and filter.</summary>
    public IReadOnlyList<CheckedRow> Shown { get; private set; } = [];

    /// <summary>All, or <see cref="Wrong"/>, <see cref="Twins"/>, <see cref="Corrected"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Key of the row whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Row { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Somebody else corrected the open row meanwhile.</summary>

    /// <summary>What the person typed, where it was not saved.</summary>
    public PlanTexts? Typed { get; private set; }

    public int Blocking => Rows.Count(row => row.Blocks);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) =>
        await ReadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Saves the corrected row and leads to the next wrong one.</summary>
    public async Task<IActionResult> OnPostRowAsync(int id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        var open = Rows.FirstOrDefault(row => row.Row.Key == Row);
        if (open is null || Draft.State != ImportState.Open)
        {
            return NotFound();
        }

        var typed = TypedTexts(open.Row);
        if (Request.Form["stamp"] != Stamp(open.Row))
        {
            return Conflicting(open, typed);
        }

        var choice = PlanWord.TryRead<RowChoice>(Request.Form["choice"].ToString(), out var read) ? read : RowChoice.Suggested;
        var row = Draft.Rows.Single(row => row.Key == Row);
        Draft.Correct(there => there.Key == row.Key ? there.Correct(typed, choice) : there);
        if (!await db.SavedAsync(cancellation))
        {
            await ReadAsync(id, cancellation);
            return Conflicting(Rows.First(other => other.Row.Key == Row), typed);
        }

        await ReadAsync(id, cancellation);
        var saved = Rows.First(other => other.Row.Key == Row);
        if (saved.Blocks)
        {
            // What was typed is kept with the draft; the form stays open and says what is still wrong.
            Open(saved);
            foreach (var problem in saved.Problems)
            {
                ModelState.AddModelError(FieldPrefix + problem.Column, Say(problem));
            }

            return Invalid();
        }

        var next = Rows.FirstOrDefault(other => other.Blocks);
        Notice = next is null ? texts["RowSavedLast"] : texts["RowSaved"];
        return Back(next?.Row.Key, saved.Row.Key);
    }

    /// <summary><c>5:skip</c>: what is done with a row, without opening it.</summary>
    public async Task<IActionResult> OnPostChoiceAsync(int id, string? choice, CancellationToken cancellation)
    {
        var parts = (choice ?? "").Split(':');
        if (!await ReadAsync(id, cancellation) || Draft.State != ImportState.Open || parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            || !PlanWord.TryRead<RowChoice>(parts[1], out var chosen) || Rows.All(row => row.Row.Key != key))
        {
            return NotFound();
        }

        Draft.Correct(row => row.Key == key ? row.Choose(chosen) : row);
        Notice = await db.SavedAsync(cancellation) ? texts["ChoiceSaved"] : texts["ChangedMeanwhile"];
        return Back(null, key);
    }

    public async Task<IActionResult> OnPostUpdatesAsync(int id, bool updates, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation) || Draft.State != ImportState.Open)
        {
            return NotFound();
        }

        Draft.Update(updates);
        Notice = await db.SavedAsync(cancellation) ? texts["ChoiceSaved"] : texts["ChangedMeanwhile"];
        return Back(null, null);
    }

    public async Task<IActionResult> OnPostDiscardAsync(int id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation) || Draft.State != ImportState.Open)
        {
            return NotFound();
        }

        Draft.Discard();
        audit.Record("plan.import-discarded", string.Create(CultureInfo.InvariantCulture, $"plan-import:{id}"), Draft.FileName);
        Notice = await db.SavedAsync(cancellation) ? texts["Discarded"] : texts["ChangedMeanwhile"];
        return RedirectToPage("ImportIndex");
    }

    public async Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellation)
    {
        var answer = await importer.UndoAsync(id, cancellation);
        if (answer == ImportAnswer.NotThere)
        {
            return NotFound();
        }

        Notice = answer == ImportAnswer.Touched ? texts["UndoTouched"] : texts["Undone"];
        return RedirectToPage(new { id });
    }

    /// <summary>A sentence in the person's language: which rule, and what to do.</summary>
    public string Say(RowProblem problem) => texts["Problem" + problem.Rule, [.. problem.Values.Cast<object>()]];

    public string Say(ImportNote note) => texts["Note" + note.Kind, note.Value];

    public static string NameOf(string key, Language language) => PlanHeadings.Of(PlanColumn.OfKey(key)!.Value, language);

    /// <summary>Where the row was in the file.</summary>
    public string PlaceOf(ImportRow row) => row.Place switch
    {
        { Sheet: { } sheet } => texts["PlaceSheet", sheet, row.Place.Row],
        { Table: { } table } when Draft.Format != Ui.Office.OfficeFormat.Csv => texts["PlaceTable", table, row.Place.Row],
        { Table: not null } => texts["PlaceRow", row.Place.Row],
        _ => texts["PlaceParagraph", row.Place.Row],
    };

    /// <summary>Changes with the row: tells a form that was filled from it whether it is still the same.</summary>
    public static string Stamp(ImportRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', row.Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Key + "=" + text.Value).Append(row.Choice.ToString())))))[..16];

    /// <summary>Columns that the form of a row asks for: all that there are, Amazigh only where it was written.</summary>
    public static IEnumerable<PlanColumn> Columns(CheckedRow row) =>
        row.Row.Columns
            .Where(column => column.Language != Kernel.Text.Language.Amazigh.Tag || row.Row.Texts[column].Length > 0);

    private PlanTexts TypedTexts(ImportRow row)
    {
        var typed = new PlanTexts();
        foreach (var column in row.Columns)
        {
            typed[column] = Cleaning.Clean(Request.Form[FieldPrefix + column.Key].ToString());
        }

        return typed;
    }

    private PageResult Conflicting(CheckedRow theirs, PlanTexts mine)
    {
        Typed = mine;
        Open(theirs);
        return Conflicting(
            theirs.Row.Texts.Keys.Union(mine.Keys).SelectMany(key => EditConflict.Differing(NameOf(key, Language), theirs.Row.Texts.GetValueOrDefault(key), mine.GetValueOrDefault(key))),
            Url.Page("ImportReview", new { id = Draft.Id, row = Row, show = Show }) + $"#row-{Row}");
    }

    private RedirectResult Back(int? open, int? at)
    {
        var anchor = open ?? at;
        var page = at is { } key ? (Filtered().TakeWhile(row => row.Row.Key < key).Count() / PageSize) + 1 : 1;
        var address = Url.Page("ImportReview", new { id = Draft.Id, row = open, show = Show, page = open is null && page > 1 ? page : (int?)null });
        return Redirect(address + (anchor is null ? "" : string.Create(CultureInfo.InvariantCulture, $"#row-{anchor}")));
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellation)
    {
        var draft = await db.Set<ImportDraft>().FirstOrDefaultAsync(draft => draft.Id == id, cancellation);
        if (draft is null || draft.State == ImportState.Discarded)
        {
            return false;
        }

        Draft = draft;
        if (draft.State == ImportState.Open)
        {
            Rows = await importer.CheckAsync(draft, cancellation);
        }

        var shown = Filtered();
        Pages = PageNumber.PagesOf(shown.Count, PageSize);
        if (Row is { } open && shown.FindIndex(row => row.Row.Key == open) is >= 0 and var index)
        {
            Number = (index / PageSize) + 1;
        }

        Number = Math.Clamp(Number, 1, Pages);
        Shown = [.. shown.Skip((Number - 1) * PageSize).Take(PageSize)];
        return true;
    }

    private List<CheckedRow> Filtered() =>
    [
        .. Rows.Where(row => Show switch
        {
            Wrong => row.Problems.Count > 0,
            Twins => row.IsTwin,
            Corrected => row.Row.Corrected,
            _ => true,
        }),
    ];

    /// <summary>The open row is shown whatever the filter.</summary>
    private void Open(CheckedRow row)
    {
        Row = row.Row.Key;
        if (!Shown.Any(shown => shown.Row.Key == row.Row.Key))
        {
            Shown = [row, .. Shown];
        }
    }
}
