using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Submissions;

/// <summary>One reporting period: what is entered and what is missing, sending it to DGCT, what DGCT said.</summary>
[Workspace(Area.Indicators)]
internal sealed class ReportingPage(
    SubmissionDesk desk, ReviewedValues reviewed, IDocuments documents, TimeProvider time, IStringLocalizer<IndicatorsTexts> texts,
    IStringLocalizer<CommonTexts> common) : WorkspacePage
{
    public ReportingPeriod Reporting { get; private set; } = null!;

    public Submission? Submission { get; private set; }

    public IReadOnlyList<ExpectedValue> Expected { get; private set; } = [];

    public ILookup<string, AttachedDocument> Evidence { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    public bool Late { get; private set; }

    /// <summary>Nothing is reported of what has not ended.</summary>
    public bool Ended { get; private set; }

    public int Entered => Expected.Count(one => one.Latest is not null);

    public bool CanSubmit => Ended && Entered > 0 && Submission is null or { IsLocked: false };

    [BindProperty, MaxLength(SubmissionStep.CommentLength)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken cancellation) =>
        await LoadAsync(period, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSubmitAsync(string period, CancellationToken cancellation)
    {
        if (!await LoadAsync(period, cancellation))
        {
            return NotFound();
        }

        if (!CanSubmit)
        {
            // A second click, or a second tab: it says where the submission stands.
            return RedirectToPage(new { period });
        }

        await desk.SubmitAsync(Reporting, Functions.Of(Person), cancellation);
        Notice = texts["SubmissionSent", Formats.Period(Reporting.Period)];
        return RedirectToPage(new { period });
    }

    public async Task<IActionResult> OnPostReopenAsync(string period, CancellationToken cancellation)
    {
        if (!await LoadAsync(period, cancellation))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), texts["ReasonNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (!await desk.AskReopeningAsync(Reporting.Period, Functions.Of(Person), Reason!, cancellation))
        {
            // A colleague has asked already, or DGCT has opened it again: what was typed is kept.
            Warning = common["Overtaken"];
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        Notice = texts["ReopeningAsked", Formats.Period(Reporting.Period)];

        return RedirectToPage(new { period });
    }

    private async Task<bool> LoadAsync(string period, CancellationToken cancellation)
    {
        if (!Period.TryParse(period, out var asked)
            || (await reviewed.ReportedAsync(cancellation)).FirstOrDefault(one => one.Period == asked) is not { } reporting)
        {
            return false;
        }

        var today = time.TodayInMorocco();
        Reporting = reporting;
        Ended = asked.HasEnded(today);
        Submission = await desk.FindAsync(asked, cancellation);
        Late = Submission is null && reporting.DueOn < today;
        Expected = await desk.ExpectedAsync(reporting, cancellation);
        Evidence = await documents.OfAsync([.. Expected.Select(one => one.EvidenceSubject)], unpublished: true, cancellation);
        return true;
    }
}
