using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
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

    public EditConflict? Conflict { get; private set; }

    /// <summary>Rows have been put in another order, or there is one more: the form again, and nothing saved.</summary>
    protected PageResult Arranged()
    {
        // What stands at which place has changed: the inputs take it from the model.
        ModelState.Clear();
        return Page();
    }

    /// <returns>False where somebody else has saved since the form was filled; nothing was saved then.</returns>
    protected async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await Db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            return false;
        }
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

    /// <summary>409: both versions side by side, and the form with what this person typed.</summary>
    protected PageResult Clash(IEnumerable<Said> theirs, IEnumerable<Said> mine, string revisionField)
    {
        Conflict = new(null, [.. Differences(theirs, mine)], $"{Request.PathBase}{Request.Path}{Request.QueryString}");
        ModelState.Remove(revisionField);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    protected void Refuse(string field, string message) => ModelState.AddModelError(field, message);

    private static IEnumerable<ConflictingField> Differences(IEnumerable<Said> theirs, IEnumerable<Said> mine) => theirs
        .Zip(mine)
        .Where(pair => (pair.First.Words ?? "") != (pair.Second.Words ?? ""))
        .Select(pair => new ConflictingField(pair.First.Label, pair.First.Words, pair.Second.Words));
}

/// <summary>What a form says in one of its fields, in words.</summary>
internal sealed record Said(string Label, string? Words)
{
    public static Said Of(string label, LocalizedText? text) => new(label, InWords(text));

    public static Said Of(string label, IEnumerable<LocalizedText?> texts) =>
        new(label, string.Join(" / ", texts.Where(text => text is not null).Select(InWords)));

    public static Said Of(string label, DateOnly? day) => new(label, Formats.Date(day));

    public static Said Of(string label, decimal? figure) => new(label, figure is null ? null : Formats.Number(figure));

    private static string? InWords(LocalizedText? text) =>
        text is null ? null : string.Join(" · ", new[] { text.Ar, text.Fr, text.Zgh }.Where(part => part is not null));
}
