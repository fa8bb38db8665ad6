using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Questions;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Paper;

/// <summary>
/// Typing in paper cards, one after the other by keyboard alone: Enter keeps a card and goes on to the next. A sitting counts what was in hand, what was typed
/// and what had been typed before.
/// </summary>
[Workspace(Area.Participation)]
internal sealed class PaperModel(Reception reception, IPeople people, AuditTrail audit, IStringLocalizer<ContributionsTexts> texts, IStringLocalizer<QuestionsTexts> words) : PaperPage
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

    /// <summary>Which stack lies before the clerk: <see cref="FormSheets"/>, or cards for notes.</summary>
    [BindProperty(SupportsGet = true, Name = "sheets")]
    public string? Sheets { get; set; }

    public const string FormSheets = "form";

    /// <summary>Sheets of questions and priorities are typed in. Where nothing else is asked, they are the only ones.</summary>
    public bool IsForm => HasForm && (Sheets == FormSheets || (Heads.Count == 0 && !Consultation.TakesIdeas));

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
        var form = FormOf();
        var (remarks, cards) = await SaidAsync(number, form, cancellation);
        if (!ModelState.IsValid)
        {
            await CountAsync(cancellation);
            return Invalid();
        }

        var code = Series!.CodeOf(number!.Value);
        var before = await AnsweredBeforeAsync(person!, form, cancellation);
        var receipt = await reception.ReceiveAsync(
            Consultation,
            new(Series.TicketOf(number.Value), person!, remarks, Person.Account, code) { Cards = cards, Answers = form.Answers, Beside = () => audit.Record("paper.typed", $"paper:{code}") },
            cancellation);
        if (receipt is null)
        {
            ModelState.AddModelError("", texts["PaperNotNow"]);
            await CountAsync(cancellation);
            return Invalid();
        }

        Notice = string.Join(' ', new[] { texts["PaperKept", code, receipt.Number].Value, before ? texts["PaperAnsweredBefore"].Value : null, form.Dropped > 0 ? texts["PaperDropped", form.Dropped].Value : null }.OfType<string>());
        SavedForm = KeepKey;
        return Redirect($"{Path}?{Sitting()}#Input_Code");
    }

    /// <summary>The sitting as the next page's address carries it.</summary>
    private string Sitting() => string.Create(CultureInfo.InvariantCulture, $"hand={Hand}&since={Since ?? Now.Ticks}&doubled={Doubled ?? 0}{(IsForm ? "&sheets=" + FormSheets : "")}");

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
        if (Contribution.ReadNumber(Input.Receipt) is var (year, id)
            && await Db.Set<Contribution>().AsNoTracking().Include(contribution => contribution.Participant)
                .FirstOrDefaultAsync(contribution => contribution.Id == id && contribution.ConsultationId == Consultation.Id, cancellation) is { } earlier
            && Reception.YearOf(earlier.ReceivedAt) == year)
        {
            return sender with { Key = earlier.Participant.Key, ShownAs = null, Name = null, Association = null };
        }

        ModelState.AddModelError("Input.Receipt", texts["PaperReceiptUnknown"]);
        return null;
    }

    private async Task<(IReadOnlyList<Said> Remarks, IReadOnlyList<Matter> Cards)> SaidAsync(int? number, TypedForm form, CancellationToken cancellation)
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

            return ([new(RemarkKind.Idea, idea.Cards[0], idea.Whole), .. form.Ranks], idea.Cards);
        }

        var card = Input.Card is { } asked ? string.Concat(asked.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)) : null;
        var about = Heads.FirstOrDefault(head => card is not null && (head.Number == card || head.Key == card));
        if (Input.Card is not null && about is null)
        {
            ModelState.AddModelError("Input.Card", texts["PaperCardUnknown"]);
        }

        if (written.Count == 0 && form.IsEmpty && ModelState.IsValid)
        {
            ModelState.AddModelError(EmptyField(), IsForm ? texts["PaperFormEmpty"] : texts["NoteNeeded"]);
        }

        var key = about?.Key;
        var fields = key is null ? [] : await Db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == Consultation.Id && matter.ParentKey == key && matter.Field != null).ToListAsync(cancellation);
        return ([.. written.Select(note => new Said(RemarkKind.Note, fields.FirstOrDefault(part => part.Field == note.Field) ?? about, note.Text)), .. form.Ranks], []);
    }

    /// <summary>The first field of the stack.</summary>
    private string EmptyField() => !IsForm ? "Input.Notes.Problem"
        : Consultation.Questions.Count > 0 ? $"Input.Answers[{Questionnaire.All[0].Number}]"
        : $"Input.Ranks[{Things[0].Id}]";

    /// <summary>Questions and priorities of the sheet, and in the model state what is wrong with them.</summary>
    private TypedForm FormOf()
    {
        var typed = PaperAnswers.Read(Questionnaire, Input.Answers, Neighbourhoods);
        foreach (var (question, text) in typed.Wrong)
        {
            ModelState.AddModelError($"Input.Answers[{question.Number}]", words[text, Remark.LongestText]);
        }

        var (ranks, wrong) = PaperAnswers.Ranks(Things, Input.Ranks);
        foreach (var (matter, text) in wrong)
        {
            ModelState.AddModelError($"Input.Ranks[{matter.Id}]", texts[text, text == "RankTwice" ? Input.Ranks[matter.Id.ToString(CultureInfo.InvariantCulture)]! : Things.Count]);
        }

        return new(typed.Answers, ranks, typed.Dropped);
    }

    /// <summary>Whether this person's answers or order were received before: then those count, and what is typed now is only kept.</summary>
    private async Task<bool> AnsweredBeforeAsync(Sender person, TypedForm form, CancellationToken cancellation)
    {
        var (consultation, key) = (Consultation.Id, person.Key);
        return (form.Answers.Count > 0 && await Db.Set<GivenAnswer>()
                .AnyAsync(answer => answer.ConsultationId == consultation && answer.Contribution.Participant.Key == key, cancellation))
            || (form.Ranks.Count > 0 && await Db.Set<Remark>()
                .AnyAsync(remark => remark.ConsultationId == consultation && remark.Kind == RemarkKind.Priority && remark.Contribution.Participant.Key == key, cancellation));
    }

    private sealed record TypedForm(IReadOnlyList<Given> Answers, IReadOnlyList<Said> Ranks, int Dropped)
    {
        public bool IsEmpty => Answers.Count == 0 && Ranks.Count == 0;
    }

    private async Task CountAsync(CancellationToken cancellation)
    {
        Since ??= Now.Ticks;
        var since = new DateTime(Math.Clamp(Since.Value, 0, Now.Ticks), DateTimeKind.Utc);
        var account = Person.Account;
        var mine = Db.Set<Contribution>().AsNoTracking().Where(contribution =>
            contribution.ConsultationId == Consultation.Id && contribution.Channel == Channel.Paper && contribution.Clerk == account && contribution.ReceivedAt >= since);
        Count = await mine.CountAsync(cancellation);
        Typed = await mine.OrderByDescending(contribution => contribution.Id).Take(MostShown).Include(contribution => contribution.Remarks).Include(contribution => contribution.Answers).AsSplitQuery()
            .ToListAsync(cancellation);
    }
}
