using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.RoundReports;
using Platform.Participation.Questions;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>The report of a round, as it was made last: who took part, what was said of what, what was decided and why, what changed.</summary>
[Feature(Feature.Consultations)]
internal sealed class ReportModel(RemarkReader reader, RoundReportShelf shelf, ResultsReader results, CardCounter cards, TimeProvider time) : CommunePage
{
    /// <summary>Answers on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page that tells how far the report is holds so long.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    public Consultation Consultation { get; private set; } = null!;

    public RoundReportStanding Standing { get; private set; } = null!;

    public DateTime AsOf => Standing.Finished!.AsOf!.Value;

    /// <summary>None while the first report is made.</summary>
    public RoundContent? Round { get; private set; }

    /// <summary>Of questions and priorities; none while the first report is made.</summary>
    public RoundResults? Results { get; private set; }

    /// <summary>Of ideas that stand together on a card, by the remark that brought them in.</summary>
    public IReadOnlyDictionary<int, Participant> Authors { get; private set; } = new Dictionary<int, Participant>();

    /// <summary>Published answers of this page, those for the most remarks first.</summary>
    public IReadOnlyList<AnswerGiven> Answers => [.. Round!.Answers.Skip((Number - 1) * PageSize).Take(PageSize)];

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => PageNumber.PagesOf(Round!.Answers.Count, PageSize);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await reader.AnnouncedAsync(slug, cancellation) is not { ReportedAt: not null } consultation)
        {
            return NotFound();
        }

        if (!PageNumber.TryRead(Request.Query, out var number))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        (Consultation, Number) = (consultation, number);
        Standing = await shelf.StandingAsync(consultation, cancellation);
        Round = Standing.Finished is { Content: { } kept } ? RoundContent.Read(kept) : null;
        if (Round is null)
        {
            HttpContext.ChangesAt(time.UtcNow() + Holds);
            return Page();
        }

        Authors = await cards.AuthorsAsync(Round.Cards, cancellation);
        Results = Round.Results is { } counted
            ? await results.FiguresAsync(consultation, counted, cancellation)
            : await results.ReadAsync(consultation, time.UtcNow(), cancellation);
        return Number > Pages ? NotFound() : Page();
    }
}
