using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Importing;

/// <summary>Asks before a draft is applied, and says what the public will see.</summary>
internal abstract class ApplyPage(ImportWording wording, IStringLocalizer<EditingTexts> common) : WorkspacePage
{
    public ImportWording Wording { get; } = wording;

    public UnderstoodFile Draft { get; private set; } = null!;

    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];

    public abstract IReadOnlyList<ImportCount> Counts { get; }

    /// <summary>What the public will see of an official act among the rows; empty where there is none, and nothing has to be confirmed.</summary>
    public abstract IReadOnlyList<string> PublicWillSee { get; }

    [BindProperty]
    public bool Confirmed { get; set; }

    public bool Ready => Rows.Any(row => row.Action != RowChoice.Skip) && !Rows.Any(row => row.Blocks);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        return Draft.State == ImportState.Open ? Page() : RedirectToPage("ImportReview", new { id });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var answer = await ApplyAsync(id, Confirmed, cancellation);
        if (answer is ImportAnswer.Done or ImportAnswer.DoneBefore)
        {
            Notice = Wording[answer == ImportAnswer.Done ? "Applied" : "AppliedBefore"];
            return RedirectToPage("ImportReview", new { id });
        }

        if (answer == ImportAnswer.NotThere || !await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (answer == ImportAnswer.Unconfirmed)
        {
            ModelState.AddModelError(nameof(Confirmed), common["ConfirmNeeded"]);
        }
        else
        {
            ModelState.AddModelError("", Wording["ApplyRefused"]);
        }

        return Invalid();
    }

    /// <summary>The draft, whatever its state; not to be changed here.</summary>
    protected abstract Task<UnderstoodFile?> FindAsync(int id, CancellationToken cancellation);

    /// <summary>The rows of the draft that was found last.</summary>
    protected abstract Task<IReadOnlyList<ReviewRow>> CheckAsync(CancellationToken cancellation);

    protected abstract Task<ImportAnswer> ApplyAsync(int id, bool confirmed, CancellationToken cancellation);

    private async Task<bool> ReadAsync(int id, CancellationToken cancellation)
    {
        var draft = await FindAsync(id, cancellation);
        if (draft is null || draft.State == ImportState.Discarded)
        {
            return false;
        }

        Draft = draft;
        Rows = draft.State == ImportState.Open ? await CheckAsync(cancellation) : [];
        return true;
    }
}
