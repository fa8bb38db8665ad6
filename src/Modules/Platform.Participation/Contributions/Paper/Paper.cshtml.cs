using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Answering;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Paper;

/// <summary>
/// Typing in paper cards, one after the other by keyboard alone: Enter keeps a card and goes on to the next. A sitting counts what was in hand, what was typed
/// and what had been typed before.
/// </summary>
[Workspace(Area.Participation)]
internal sealed class PaperModel(Reception reception, IPeople people, AuditTrail audit, IStringLocalizer<ContributionsTexts> texts) : PaperPage
{
    private const int MostShown = 30;

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    /// <summary>How many cards lie before the clerk.</summary>
    [BindProperty(SupportsGet = true, Name = "hand")]
    public int? Hand { get; set; }

    /// <summary>When the sitting began: ticks, UTC.</summary>
    [BindProperty(SupportsGet = true, Name = "since")]
    public long? Since { get; set; }

    /// <summary>Cards that were refused because they had been typed in before.</summary>
    [BindProperty(SupportsGet = true, Name = "doubled")]
    public int? Doubled { get; set; }

    /// <summary>Typed in this sitting, the newest first.</summary>
    public IReadOnlyList<Contribution> Typed { get; private set; } = [];

    public int Count { get; private set; }

    public string KeepKey => "paper:" + Consultation.Slug;

    public string Path => $"/{Language.Tag}/workspace/consultations/{Consultation.Slug}/paper";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        await CountAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        var number = NumberOfCard();
        if (number is { } known && await TypedBeforeAsync(Series!.CodeOf(known), cancellation))
        {
            Doubled = Math.Max(Doubled ?? 0, 0) + 1;
        }

        var person = await PersonAsync(number, cancellation);
        var (remarks, cards) = await SaidAsync(number, cancellation);
        if (!ModelState.IsValid)
        {
            await CountAsync(cancellation);
            return Invalid();
        }

        var code = Series!.CodeOf(number!.Value);
        var receipt = await reception.ReceiveAsync(
            Consultation,
            new(Series.TicketOf(number.Value), person!, remarks, Person.Account, code) { Cards = cards, Beside = () => audit.Record("paper.typed", $"paper:{code}") },
            cancellation);
        if (receipt is null)
        {
            ModelState.AddModelError("", texts["PaperNotNow"]);
            await CountAsync(cancellation);
            return Invalid();
        }

        Notice = texts["PaperKept", code, receipt.Number];
        SavedForm = KeepKey;
        return Redirect($"{Path}?{Sitting()}#Input_Code");
    }

    /// <summary>The sitting as the next page's address carries it.</summary>
    private string Sitting() => string.Create(CultureInfo.InvariantCulture, $"hand={Hand}&since={Since ?? Now.Ticks}&doubled={Doubled ?? 0}");

    private int? NumberOfCard()
    {
        if (Input.Code is null)
        {
            return null;
        }

        var number = PaperCode.NumberIn(Input.Code, Consultation.Id);
        if (number is null || Series?.Holds(number.Value) != true)
        {
            ModelState.AddModelError("Input.Code", texts[number is null ? "PaperCodeWrong" : "PaperCodeUnprinted"]);
            return null;
        }

        return number;
    }

    private async Task<bool> TypedBeforeAsync(string code, CancellationToken cancellation)
    {
        var standing = await Db.Set<Contribution>().AsNoTracking()
            .FirstOrDefaultAsync(contribution => contribution.ConsultationId == Consultation.Id && contribution.PaperCode == code, cancellation);
        if (standing is null)
        {
            return false;
        }

        var names = standing.Clerk is { } clerk ? await people.NamesAsync([clerk], cancellation) : new Dictionary<int, string>();
        ModelState.AddModelError("Input.Code", texts[
            "PaperTwice", code, names.GetValueOrDefault(standing.Clerk ?? 0) ?? texts["PaperSomebody"].Value, Formats.Instant(standing.ReceivedAt),
            standing.NumberIn(Reception.YearOf(standing.ReceivedAt))]);
        return true;
    }

    private async Task<Sender?> PersonAsync(int? number, CancellationToken cancellation)
    {
        if (Input.ShowName && Input.Name is null)
        {
            ModelState.AddModelError("Input.Name", texts["PaperNameNeeded"]);
        }

        var shown = Input.Association is not null ? ShownAs.Association : Input.ShowName ? ShownAs.Name : ShownAs.Citizen;
        var kind = Input.Association is not null ? ParticipantKind.Association : ParticipantKind.Citizen;
        var sender = new Sender(
            "p:" + Tracking.DigestOfPerson(Consultation.Id, number?.ToString(CultureInfo.InvariantCulture)), kind, null, Language, Input.Name, Input.Association, shown, null,
            Input.AgeGroup, Input.Gender, Input.Neighbourhood, Input.Vulnerable);
        if (Input.Receipt is null)
        {
            return sender;
        }

        // The person took part before: known by then as they chose to be.
        var parts = Input.Receipt.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await Db.Set<Contribution>().AsNoTracking().Include(contribution => contribution.Participant)
                .FirstOrDefaultAsync(contribution => contribution.Id == id && contribution.ConsultationId == Consultation.Id, cancellation) is { } earlier
            && earlier.NumberIn(Reception.YearOf(earlier.ReceivedAt)) == $"{parts[0]}/{id:000000}")
        {
            return sender with { Key = earlier.Participant.Key, ShownAs = null, Name = null, Association = null };
        }

        ModelState.AddModelError("Input.Receipt", texts["PaperReceiptUnknown"]);
        return null;
    }

    private async Task<(IReadOnlyList<Said> Remarks, IReadOnlyList<Matter> Cards)> SaidAsync(int? number, CancellationToken cancellation)
    {
        var written = Input.Notes.Written().ToList();
        if (Input.Idea is { } title)
        {
            if (!Consultation.TakesIdeas)
            {
                ModelState.AddModelError("Input.Idea", texts["PaperNoIdeas"]);
            }

            var idea = IdeaCard.Of(Consultation, title, written, "p" + number?.ToString(CultureInfo.InvariantCulture), Now, texts);
            if (idea.Whole.Length > Remark.LongestText)
            {
                ModelState.AddModelError("Input.Idea", texts["IdeaTooLong", Remark.LongestText]);
                return ([], []);
            }

            return ([new(RemarkKind.Idea, idea.Cards[0], idea.Whole)], idea.Cards);
        }

        var card = Input.Card is { } asked ? string.Concat(asked.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)) : null;
        var about = Heads.FirstOrDefault(head => card is not null && (head.Number == card || head.Key == card));
        if (Input.Card is not null && about is null)
        {
            ModelState.AddModelError("Input.Card", texts["PaperCardUnknown"]);
        }

        if (written.Count == 0)
        {
            ModelState.AddModelError("Input.Notes.Problem", texts["NoteNeeded"]);
        }

        var key = about?.Key;
        var fields = key is null ? [] : await Db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == Consultation.Id && matter.ParentKey == key && matter.Field != null).ToListAsync(cancellation);
        return ([.. written.Select(note => new Said(RemarkKind.Note, fields.FirstOrDefault(part => part.Field == note.Field) ?? about, note.Text))], []);
    }

    private async Task CountAsync(CancellationToken cancellation)
    {
        Since ??= Now.Ticks;
        var since = new DateTime(Math.Clamp(Since.Value, 0, Now.Ticks), DateTimeKind.Utc);
        var account = Person.Account;
        var mine = Db.Set<Contribution>().AsNoTracking().Where(contribution =>
            contribution.ConsultationId == Consultation.Id && contribution.Channel == Channel.Paper && contribution.Clerk == account && contribution.ReceivedAt >= since);
        Count = await mine.CountAsync(cancellation);
        Typed = await mine.OrderByDescending(contribution => contribution.Id).Take(MostShown).Include(contribution => contribution.Remarks).ToListAsync(cancellation);
    }
}
