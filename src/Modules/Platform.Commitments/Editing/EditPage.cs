using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Editing;

/// <summary>A form of the workspace that changes rows which others may be changing at the same time.</summary>
internal abstract class EditPage(CommuneContext db) : WorkspacePage
{
    private const int Tries = 3;

    protected CommuneContext Db { get; } = db;

    /// <summary>Which button of a list of rows was pressed, if any.</summary>
    [BindProperty]
    public string? Arrange { get; set; }

    /// <summary>Rows have been put in another order, or there is one more: the form again, and nothing saved.</summary>
    protected PageResult Arranged()
    {
        // What stands at which place has changed: the inputs take it from the model.
        ModelState.Clear();
        return Page();
    }

    /// <summary>
    /// The rows of a form as rows of the thing, in their order: those that are there keep their keys, those that were emptied go. What is new is the caller's to add.
    /// </summary>
    /// <param name="standing">Those that are there.</param>
    /// <param name="typed">Those of the form that say something.</param>
    /// <param name="change">Takes over what was typed; with the place, from 1.</param>
    /// <param name="make">Of a row that is not there yet.</param>
    protected List<TRow> Kept<TRow, TTyped>(
        IReadOnlyCollection<TRow> standing, IEnumerable<TTyped> typed, Func<TRow, TTyped, bool> isSame, Action<TRow, TTyped, int> change, Func<TTyped, int, TRow> make)
        where TRow : class
    {
        var kept = new List<TRow>();
        foreach (var row in typed)
        {
            if (standing.FirstOrDefault(known => isSame(known, row)) is { } known)
            {
                change(known, row, kept.Count + 1);
                kept.Add(known);
            }
            else
            {
                kept.Add(make(row, kept.Count + 1));
            }
        }

        Db.RemoveRange(standing.Except(kept));
        return kept;
    }

    /// <summary>
    /// Reads, changes and saves in one go. Where somebody else took the same number or changed the same row in that moment, it is all done again.
    /// </summary>
    protected async Task SaveRetriedAsync(Func<Task> change, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            await change();
            try
            {
                await Db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException) when (left > 1)
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Says what was done, where it is seen; the browser forgets what it kept of the form.</summary>
    protected RedirectResult Done(string notice, string form, string path)
    {
        (Notice, SavedForm) = (notice, form);
        return To(path);
    }

    /// <summary>As <see cref="PersonalPage.Conflicting"/>: the form as it would be filled now, beside what was typed.</summary>
    protected PageResult Clash<T>(T theirs, T mine, IStringLocalizer texts)
        where T : IEdited
    {
        mine.Revision = theirs.Revision;
        return Conflicting(theirs.Said(texts).Zip(mine.Said(texts)).SelectMany(pair => EditConflict.Differing(pair.First.Label, pair.First.Words, pair.Second.Words)));
    }
}

/// <summary>A form that changes what others may be changing at the same time.</summary>
internal interface IEdited
{
    /// <summary>Of what it was filled from.</summary>
    int Revision { get; set; }

    /// <summary>Its fields, always the same ones in the same order.</summary>
    IEnumerable<Said> Said(IStringLocalizer texts);
}

/// <summary>What a form says in one of its fields, in words.</summary>
internal sealed record Said(string Label, string? Words)
{
    public static Said Of(string label, LocalizedText? text) => new(label, InWords(text));

    public static Said Of(string label, IEnumerable<LocalizedText?> texts) =>
        new(label, string.Join(" / ", texts.Where(text => text is not null).Select(InWords)));

    /// <summary>A list of rows, each with all that its fields say; rows that say nothing are left out.</summary>
    public static Said OfRows<T>(string label, IEnumerable<T> rows, Func<T, IEnumerable<string?>> fields) =>
        new(label, string.Join(" / ", rows.Select(row => string.Join(" · ", fields(row).Where(words => !string.IsNullOrEmpty(words)))).Where(words => words.Length > 0)));

    public static Said Of(string label, DateOnly? day) => new(label, Formats.Date(day));

    public static Said Of(string label, decimal? figure) => new(label, figure is null ? null : Formats.Number(figure));

    public static string? InWords(LocalizedText? text) =>
        text is null ? null : string.Join(" · ", new[] { text.Ar, text.Fr, text.Zgh }.Where(part => part is not null));
}
