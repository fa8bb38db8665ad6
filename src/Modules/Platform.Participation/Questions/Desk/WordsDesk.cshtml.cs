using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.RoundReports;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions.Desk;

/// <summary>
/// The answers to the questions as the team sees them: the public's figures at once, and the words that were written, to be shown or held back with a reason
/// that their author is told.
/// </summary>
[Workspace(Area.Participation)]
internal sealed class WordsDeskModel(
    CommuneContext db, QuestionReader questions, ResultsReader reader, SheetBursts bursts, UnprovedSheets unproved, RoundReportShelf reports, AuditTrail audit, Mails mails,
    IStringLocalizer<QuestionsTexts> texts, IStringLocalizer<ContributionsTexts> words, TimeProvider time) : WorkspacePage
{
    private const int OnPage = 50;

    public Consultation Consultation { get; private set; } = null!;

    public RoundResults Results { get; private set; } = null!;

    /// <summary>Whether the public sees these figures too.</summary>
    public bool IsPublic => ResultsReader.AreShown(Consultation, time.UtcNow());

    public IReadOnlyList<GivenAnswer> Words { get; private set; } = [];

    /// <summary>Many sheets from one place on one day.</summary>
    public IReadOnlyList<SheetBurst> Bursts { get; private set; } = [];

    public IReadOnlyList<LeavingOut> LeftOut { get; private set; } = [];

    /// <summary>Sheets that arrived without the work that is asked of browsers, and wait to be let in.</summary>
    public int Unproved { get; private set; }

    public IReadOnlyDictionary<RemarkState, int> Counts { get; private set; } = new Dictionary<RemarkState, int>();

    public RemarkState State { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Numbers of those that were ticked.</summary>
    [BindProperty]
    public List<int> Answer { get; set; } = [];

    [BindProperty]
    public HoldReason? Reason { get; set; }

    [BindProperty, MaxLength(Remark.NoteLength)]
    public string? Note { get; set; }

    public IReadOnlyList<SelectListItem> Reasons =>
        words.Choices<HoldReason>("Hold_", nothing: "–");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        return await ListAsync(cancellation) ?? Page();
    }

    public Task<IActionResult> OnPostShowAsync(string slug, CancellationToken cancellation) => ActAsync(slug, "words.shown", "WordsShownNow", answer => answer.Show(), cancellation);

    public async Task<IActionResult> OnPostHoldAsync(string slug, CancellationToken cancellation)
    {
        if (Reason is null)
        {
            Refuse(nameof(Reason), texts["ReasonNeeded"]);
        }

        return await ActAsync(slug, "words.held", "WordsHeldNow", answer =>
        {
            answer.Hold(Reason!.Value, Note);
            var author = answer.Contribution.Participant;
            if (author.Mail is { } mail && Mails.IsAddress(mail))
            {
                mails.Send(
                    mail, Language.OfPage(author.Language) ?? Language.Arabic,
                    MailText.Of<DecisionsTexts>("Held", Consultation.Title, BothLanguages.Of(typeof(ContributionsTexts), "Hold_" + Reason), Note ?? ""));
            }
        }, cancellation);
    }

    /// <summary>All sheets that came from one place on one day.</summary>
    public async Task<IActionResult> OnPostLeaveOutAsync(string slug, string? origin, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (Reason is null)
        {
            Refuse(nameof(Reason), texts["ReasonNeeded"]);
        }

        if (origin?.Length != Origins.Length)
        {
            Refuse("", texts["NoSuchBurst"]);
        }

        if (!ModelState.IsValid)
        {
            return await ListAsync(cancellation) ?? Invalid();
        }

        return await SiftAsync(
            slug, async round => texts.Count("LeftOutNow", await bursts.LeaveOutAsync(round, origin!, Reason!.Value, cancellation)), cancellation);
    }

    /// <summary>What arrived without proof counts from now on.</summary>
    public async Task<IActionResult> OnPostLetInAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        return await SiftAsync(slug, async round => texts.Count("LetInNow", await unproved.LetInAsync(round, cancellation)), cancellation);
    }

    public async Task<IActionResult> OnPostKeepOutAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (Reason is null)
        {
            Refuse(nameof(Reason), texts["ReasonNeeded"]);
            return await ListAsync(cancellation) ?? Invalid();
        }

        return await SiftAsync(slug, async round => texts.Count("LeftOutNow", await unproved.LeaveOutAsync(round, Reason.Value, cancellation)), cancellation);
    }

    public async Task<IActionResult> OnPostBringBackAsync(string slug, long at, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation) || at < 0 || at > DateTime.MaxValue.Ticks)
        {
            return NotFound();
        }

        return await SiftAsync(
            slug,
            async round =>
            {
                await bursts.BringBackAsync(round, new DateTime(at, DateTimeKind.Utc), cancellation);
                return texts["BroughtBack"].Value;
            },
            cancellation);
    }

    /// <summary>
    /// An act on many sheets at once, and on the row that says when its figures changed last, so that its pages are made anew. Of two that meet, the second finds that row
    /// changed: nothing of it was done, and it is told.
    /// </summary>
    private async Task<IActionResult> SiftAsync(string slug, Func<Consultation, Task<string>> act, CancellationToken cancellation)
    {
        var round = await db.Set<Consultation>().FirstAsync(one => one.Id == Consultation.Id, cancellation);
        try
        {
            Notice = await act(round);
            await reports.WantAsync(Consultation, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Warning = texts["ChangedMeanwhile"];
        }

        return To($"/workspace/consultations/{slug}/questions/answers");
    }

    private async Task<IActionResult> ActAsync(string slug, string verb, string done, Action<GivenAnswer> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (Answer.Count is 0 or > OnPage)
        {
            Refuse("words", texts["ChooseWords"]);
        }

        if (!ModelState.IsValid)
        {
            return await ListAsync(cancellation) ?? Invalid();
        }

        var chosen = await db.Set<GivenAnswer>().Include(answer => answer.Contribution.Participant)
            .Where(answer => answer.ConsultationId == Consultation.Id && answer.Text != null && Answer.Contains(answer.Id)).ToListAsync(cancellation);
        foreach (var answer in chosen)
        {
            act(answer);
            audit.Record(verb, $"words:{answer.Id}", after: answer.HeldFor is { } reason ? new { HeldFor = reason } : null);
        }

        await db.SaveChangesAsync(cancellation);
        await reports.WantAsync(Consultation, cancellation);
        Notice = texts.Count(done, chosen.Count);
        return To($"/workspace/consultations/{slug}/questions/answers");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && one.AnnouncedAt != null, cancellation) is not { } consultation)
        {
            return false;
        }

        Consultation = consultation;
        return (await questions.FillAsync(consultation, cancellation)).All.Count > 0 || consultation.TakesPriorities;
    }

    /// <returns>What to answer instead; none where the page is there.</returns>
    private async Task<IActionResult?> ListAsync(CancellationToken cancellation)
    {
        var state = Request.Query["state"].ToString();
        if (!PageNumber.TryRead(Request.Query, out var number) || (state.Length > 0 && !Enum.GetValues<RemarkState>().Any(known => MachineWord.Of(known) == state)))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        State = Enum.GetValues<RemarkState>().FirstOrDefault(known => MachineWord.Of(known) == state);
        Number = number;
        Results = await reader.ReadAsync(Consultation, time.UtcNow(), cancellation);
        Bursts = await bursts.OfAsync(Consultation.Id, cancellation);
        LeftOut = await bursts.ActsAsync(Consultation.Id, cancellation);
        Unproved = await unproved.CountAsync(Consultation.Id, cancellation);
        var written = db.Set<GivenAnswer>().AsNoTracking().Where(answer => answer.ConsultationId == Consultation.Id && answer.Text != null && (answer.LeftOutAt == null || answer.HeldFor != null));
        Counts = await written.GroupBy(answer => answer.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        Pages = PageNumber.PagesOf(Counts.GetValueOrDefault(State), OnPage);
        if (Number > Pages)
        {
            return NotFound();
        }

        var (meant, skipped) = (State, (Number - 1) * OnPage);
        Words = await written.Where(answer => answer.State == meant).OrderBy(answer => answer.Shuffle).ThenBy(answer => answer.Id).Skip(skipped).Take(OnPage)
            .Include(answer => answer.Question).ToListAsync(cancellation);
        return null;
    }
}
