using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.National.Reporting;

/// <summary>One commune's submission: its values of every round, and the decision.</summary>
[Staff(Role.Analyst, Role.DgctOfficer)]
internal sealed class ReviewModel(
    NationalContext db, SubmissionsReader reader, Decisions decisions, IStandardIndicators library, IStringLocalizer<ReportingTexts> texts) : StaffPage
{
    public ListedCommune Listed { get; private set; } = null!;

    public NationalSubmission Submission { get; private set; } = null!;

    public bool MayDecide => Person.Is(Role.DgctOfficer);

    /// <summary>The values that stand for decision, each with those of earlier rounds.</summary>
    public IEnumerable<(StandardIndicator? Indicator, NationalSubmittedValue Value, IReadOnlyList<NationalSubmittedValue> Earlier)> Values
    {
        get
        {
            var byCode = library.All.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
            return Submission.Values
                .GroupBy(value => (value.Indicator, value.Period))
                .Select(group => group.OrderByDescending(value => value.Round).ToList())
                .Select(rounds => (byCode.GetValueOrDefault(rounds[0].Indicator), rounds[0], (IReadOnlyList<NationalSubmittedValue>)rounds[1..]))
                .OrderBy(line => line.Item2.Id);
        }
    }

    [BindProperty, MaxLength(NationalSubmission.CommentLength)]
    public string? Comment { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string period, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, period, cancellation))
        {
            return NotFound();
        }

        Revision = Submission.Revision;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(string slug, string period, CancellationToken cancellation) =>
        DecideAsync(slug, period, SubmissionDecision.Accepted, cancellation);

    public Task<IActionResult> OnPostReturnAsync(string slug, string period, CancellationToken cancellation) =>
        DecideAsync(slug, period, SubmissionDecision.Returned, cancellation);

    public Task<IActionResult> OnPostReopenAsync(string slug, string period, CancellationToken cancellation) =>
        DecideAsync(slug, period, SubmissionDecision.Reopened, cancellation);

    private async Task<IActionResult> DecideAsync(string slug, string period, SubmissionDecision decision, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, period, cancellation))
        {
            return NotFound();
        }

        if (!MayDecide)
        {
            return Forbid();
        }

        if (decision != SubmissionDecision.Accepted && string.IsNullOrWhiteSpace(Comment))
        {
            ModelState.AddModelError(nameof(Comment), texts["CommentNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (!Submission.CanDecide(decision))
        {
            return Overtaken();
        }

        db.EditedFrom(Submission, Revision);
        try
        {
            var arrived = await decisions.DecideAsync(Submission, Listed.Commune.Slug, decision, Comment, cancellation);
            Notice = texts[arrived ? "Decided" + decision : "DecidedLater"];
            return RedirectToPage(new { slug, period });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(slug, period, cancellation);
            return Overtaken();
        }
    }

    /// <summary>Somebody else decided, or the commune submitted again, since the page was shown.</summary>
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Overtaken()
    {
        ModelState.Clear();
        ModelState.AddModelError("", texts["DecisionOvertaken"]);
        Revision = Submission.Revision;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, string period, CancellationToken cancellation)
    {
        if (!Period.TryParse(period, out var asked) || await reader.OneAsync(slug, asked, cancellation) is not { } found)
        {
            return false;
        }

        (Listed, Submission) = found;
        return true;
    }
}
