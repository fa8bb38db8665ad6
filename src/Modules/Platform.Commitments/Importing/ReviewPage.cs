using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Office;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Importing;

/// <summary>What was understood of a file, row by row; each row is corrected in its place. After applying: what was done, and the way back.</summary>
internal abstract class ReviewPage(CommuneContext db, ImportWording wording) : WorkspacePage
{
    public const int PageSize = 50;
    public const string Wrong = "wrong";
    public const string Twins = "twins";
    public const string Corrected = "corrected";
    private const string FieldPrefix = "c.";

    public ImportWording Wording { get; } = wording;

    public UnderstoodFile Draft { get; private set; } = null!;

    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];

    /// <summary>Those of this page and filter.</summary>
    public IReadOnlyList<ReviewRow> Shown { get; private set; } = [];

    /// <summary>What will be done; after applying, what was done.</summary>
    public abstract IReadOnlyList<ImportCount> Counts { get; }

    /// <summary>Where the person goes on after applying.</summary>
    public abstract string Home { get; }

    /// <summary>What the browser keeps half-typed rows under.</summary>
    public abstract string Kept { get; }

    /// <summary>All, or <see cref="Wrong"/>, <see cref="Twins"/>, <see cref="Corrected"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Key of the row whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Row { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>What the person typed, where it was not saved.</summary>
    public IReadOnlyDictionary<string, string>? Typed { get; private set; }

    protected CommuneContext Db { get; } = db;

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

        var open = Rows.FirstOrDefault(row => row.Key == Row);
        if (open is null || Draft.State != ImportState.Open)
        {
            return NotFound();
        }

        var typed = TypedTexts(open.Key);
        if (Request.Form["stamp"] != open.Stamp)
        {
            return Conflicting(open, typed);
        }

        var choice = MachineWord.TryRead<RowChoice>(Request.Form["choice"].ToString(), out var read) ? read : RowChoice.Suggested;
        Correct(open.Key, typed, choice);
        if (!await Db.SavedAsync(cancellation))
        {
            await ReadAsync(id, cancellation);
            return Conflicting(Rows.First(other => other.Key == Row), typed);
        }

        await ReadAsync(id, cancellation);
        var saved = Rows.First(other => other.Key == Row);
        if (saved.Blocks)
        {
            // What was typed is kept with the draft; the form stays open and says what is still wrong.
            Open(saved);
            foreach (var problem in saved.Problems)
            {
                ModelState.AddModelError(FieldPrefix + problem.Column, Wording.Say(problem));
            }

            return Invalid();
        }

        var next = Rows.FirstOrDefault(other => other.Blocks);
        Notice = Wording[next is null ? "RowSavedLast" : "RowSaved"];
        return Back(next?.Key, saved.Key);
    }

    /// <summary><c>5:skip</c>: what is done with a row, without opening it.</summary>
    public async Task<IActionResult> OnPostChoiceAsync(int id, string? choice, CancellationToken cancellation)
    {
        var parts = (choice ?? "").Split(':');
        if (!await ReadAsync(id, cancellation) || Draft.State != ImportState.Open || parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            || !MachineWord.TryRead<RowChoice>(parts[1], out var chosen) || Rows.All(row => row.Key != key))
        {
            return NotFound();
        }

        Choose(key, chosen);
        Tell(await Db.SavedAsync(cancellation), Wording["ChoiceSaved"], Wording["ChangedMeanwhile"]);
        return Back(null, key);
    }

    public async Task<IActionResult> OnPostUpdatesAsync(int id, bool updates, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation) || Draft.State != ImportState.Open)
        {
            return NotFound();
        }

        Draft.Update(updates);
        Tell(await Db.SavedAsync(cancellation), Wording["ChoiceSaved"], Wording["ChangedMeanwhile"]);
        return Back(null, null);
    }

    public async Task<IActionResult> OnPostDiscardAsync(int id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation) || Draft.State != ImportState.Open)
        {
            return NotFound();
        }

        Discard();
        Tell(await Db.SavedAsync(cancellation), Wording["Discarded"], Wording["ChangedMeanwhile"]);
        return RedirectToPage("ImportIndex");
    }

    public async Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellation)
    {
        var answer = await UndoAsync(id, cancellation);
        if (answer == ImportAnswer.NotThere)
        {
            return NotFound();
        }

        Tell(answer != ImportAnswer.Touched, Wording["Undone"], Wording["UndoTouched"]);
        return RedirectToPage(new { id });
    }

    /// <summary>What was taken back is corrected and applied again, without sending the file and correcting its rows once more.</summary>
    public async Task<IActionResult> OnPostReopenAsync(int id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { State: ImportState.Undone } undone)
        {
            return NotFound();
        }

        undone.Reopen();
        RecordReopened(undone);
        Tell(await Db.SavedAsync(cancellation), Wording["Reopened"], Wording["ChangedMeanwhile"]);
        return RedirectToPage(new { id });
    }

    /// <summary>Where the row was in the file.</summary>
    public string PlaceOf(ReviewRow row) => row.Place switch
    {
        { Sheet: { } sheet } => Wording["PlaceSheet", sheet, row.Place.Row],
        { Table: { } table } when Draft.Format != OfficeFormat.Csv => Wording["PlaceTable", table, row.Place.Row],
        { Table: not null } => Wording["PlaceRow", row.Place.Row],
        _ => Wording["PlaceParagraph", row.Place.Row],
    };

    /// <summary>The draft to be changed, whatever its state.</summary>
    protected abstract Task<UnderstoodFile?> FindAsync(int id, CancellationToken cancellation);

    /// <summary>The rows of the draft that was found last, against the rules and what there is now.</summary>
    protected abstract Task<IReadOnlyList<ReviewRow>> CheckAsync(CancellationToken cancellation);

    /// <summary>Columns that a row can have, by their keys.</summary>
    protected abstract IEnumerable<string> ColumnsOf(int key);

    protected abstract void Correct(int key, IReadOnlyDictionary<string, string> typed, RowChoice choice);

    protected abstract void Choose(int key, RowChoice choice);

    /// <summary>Gives the draft up and records it.</summary>
    protected abstract void Discard();

    protected abstract void RecordReopened(UnderstoodFile draft);

    protected abstract Task<ImportAnswer> UndoAsync(int id, CancellationToken cancellation);

    private Dictionary<string, string> TypedTexts(int key)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in ColumnsOf(key))
        {
            if (Cleaning.Clean(Request.Form[FieldPrefix + column].ToString()) is { Length: > 0 } text)
            {
                typed[column] = text;
            }
        }

        return typed;
    }

    private PageResult Conflicting(ReviewRow theirs, Dictionary<string, string> mine)
    {
        Typed = mine;
        Open(theirs);
        return Conflicting(
            theirs.Texts.Keys.Union(mine.Keys).SelectMany(key => EditConflict.Differing(theirs.HeadingOf(key), theirs.Texts.GetValueOrDefault(key), mine.GetValueOrDefault(key))),
            Url.Page("ImportReview", new { id = Draft.Id, row = Row, show = Show }) + $"#row-{Row}");
    }

    private RedirectResult Back(int? open, int? at)
    {
        var anchor = open ?? at;
        var page = at is { } key ? (Filtered().TakeWhile(row => row.Key < key).Count() / PageSize) + 1 : 1;
        var address = Url.Page("ImportReview", new { id = Draft.Id, row = open, show = Show, page = open is null && page > 1 ? page : (int?)null });
        return Redirect(address + (anchor is null ? "" : string.Create(CultureInfo.InvariantCulture, $"#row-{anchor}")));
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellation)
    {
        var draft = await FindAsync(id, cancellation);
        if (draft is null || draft.State == ImportState.Discarded)
        {
            return false;
        }

        Draft = draft;
        if (draft.State == ImportState.Open)
        {
            Rows = await CheckAsync(cancellation);
        }

        var shown = Filtered();
        Pages = PageNumber.PagesOf(shown.Count, PageSize);
        if (Row is { } open && shown.FindIndex(row => row.Key == open) is >= 0 and var index)
        {
            Number = (index / PageSize) + 1;
        }

        Number = Math.Clamp(Number, 1, Pages);
        Shown = [.. shown.Skip((Number - 1) * PageSize).Take(PageSize)];
        return true;
    }

    private List<ReviewRow> Filtered() =>
    [
        .. Rows.Where(row => Show switch
        {
            Wrong => row.Problems.Count > 0,
            Twins => row.IsTwin,
            Corrected => row.Corrected,
            _ => true,
        }),
    ];

    /// <summary>The open row is shown whatever the filter.</summary>
    private void Open(ReviewRow row)
    {
        Row = row.Key;
        if (!Shown.Any(shown => shown.Key == row.Key))
        {
            Shown = [row, .. Shown];
        }
    }
}
