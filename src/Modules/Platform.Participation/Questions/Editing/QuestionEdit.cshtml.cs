using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Consultations.Editing;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions.Editing;

/// <summary>A question of a consultation that is being prepared; without a number, a new one at the end.</summary>
[Workspace(Area.Participation)]
internal sealed class QuestionEditModel(
    CommuneContext db, ConsultationDesk desk, INeighbourhoods neighbourhoods, AuditTrail audit, IStringLocalizer<QuestionsTexts> texts,
    IStringLocalizer<CommonTexts> common) : WorkspacePage
{
    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    public Question? Question { get; private set; }

    public Questionnaire Questionnaire => Questionnaire.Of(Consultation);

    public IReadOnlyList<SelectListItem> Kinds => texts.Choices<QuestionKind>("Kind_");

    /// <summary>Only answers to earlier questions: nothing else can be hung on.</summary>
    public IReadOnlyList<SelectListItem> Conditions =>
    [
        new(texts["Always"], ""),
        .. Questionnaire.Before(Question).SelectMany(earlier => ChoicesOf(earlier).Select(choice => new SelectListItem(
            texts["OnlyAfter", earlier.Position, earlier.Text.In(Language), earlier.AnswerIn(Language, choice, places)], QuestionInput.Key(earlier.Number, choice)))),
    ];

    private IReadOnlyList<Neighbourhood> places = [];

    private IEnumerable<int> ChoicesOf(Question earlier) => earlier.Kind == QuestionKind.Neighbourhood ? places.Select(place => place.Id) : earlier.Choices;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        Input = Question is { } question ? QuestionInput.Of(question) : new();
        Input.Revision = Consultation.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, number, cancellation))
        {
            return NotFound();
        }

        if (Question is null && Consultation.Questions.Count >= Questionnaire.Most)
        {
            Refuse("", texts["TooManyQuestions", Questionnaire.Most]);
        }

        var draft = ModelState.IsValid ? Draft() : null;
        if (!ModelState.IsValid || draft is null)
        {
            return Invalid();
        }

        db.EditedFrom(Consultation, Input.Revision);
        if (Question is { } question)
        {
            var before = Said(question);
            db.RemoveRange(Questionnaire.Change(question, draft));
            audit.Record("question.changed", SubjectOf(question), null, before, Said(question));
        }
        else
        {
            var added = Questionnaire.Add(draft);
            audit.Record("question.added", SubjectOf(added), after: Said(added));
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, number, cancellation);
        }

        SavedForm = $"question-{slug}-{number}";
        Notice = texts["QuestionSaved"];
        return To($"/workspace/consultations/{slug}/questions");
    }

    private QuestionDraft? Draft()
    {
        if (Input.ToDraft() is not { } draft)
        {
            Refuse("Input.Options.Fr", texts["LinesDiffer"]);
            return null;
        }

        if (draft.Options.Any(option => new[] { option.Ar, option.Fr, option.Zgh }.Any(words => words?.Length > Question.OptionLength)))
        {
            Refuse("Input.Options.Ar", texts["OptionTooLong", Question.OptionLength]);
        }

        // A place that is not on the list of the commune, or no more.
        if (draft.After is { } after && Questionnaire.Find(after) is { Kind: QuestionKind.Neighbourhood } && !places.Any(place => place.Id == draft.AfterChoice))
        {
            Refuse("Input.After", texts["Refusal_" + QuestionRefusal.NothingEarlier]);
        }
        else if (Questionnaire.Check(draft, Question) is { } refusal)
        {
            Refuse(refusal == QuestionRefusal.NothingEarlier ? "Input.After" : "Input.Options.Ar", texts["Refusal_" + refusal]);
        }

        return draft;
    }

    private string SubjectOf(Question question) => $"question:{Consultation.Slug}:{question.Number}";

    private static object Said(Question question) => new
    {
        question.Text,
        question.Kind,
        question.Required,
        options = string.Join(" / ", question.Options.OrderBy(option => option.Number).Select(option => option.Text.Ar)),
        after = question.After is { } after ? QuestionInput.Key(after, question.AfterChoice ?? 0) : null,
    };

    private async Task<bool> LoadAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { AnnouncedAt: null } consultation)
        {
            return false;
        }

        Consultation = consultation;
        places = [.. (await neighbourhoods.AllAsync(cancellation)).Where(place => place.IsCurrent)];
        Question = number is { } known ? Questionnaire.Find(known) : null;
        return number is null || Question is not null;
    }

    private async Task<IActionResult> ConflictAsync(string slug, int? number, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, number, cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/consultations/" + slug);
        }

        Input.Revision = Consultation.Revision;
        var theirs = Question is null ? null : QuestionInput.Of(Question);
        return Conflicting(
        [
            .. EditConflict.Differing(texts["QuestionText"], Question?.Text, Input.Text.ToText()),
            .. EditConflict.Differing(texts["Kind"], KindWords(theirs?.Kind), KindWords(Input.Kind)),
            .. EditConflict.Differing(texts["Options"], theirs?.Options.ToText(), Input.Options.ToText()),
            .. EditConflict.Differing(texts["QuestionHelp"], Question?.Help, Input.Help.ToText()),
            .. EditConflict.Differing(texts["Required"], YesOrNo(theirs?.Required), YesOrNo(Input.Required)),
            .. EditConflict.Differing(texts["WhenAsked"], theirs is null ? null : ConditionWords(theirs.After), ConditionWords(Input.After)),
        ]);
    }

    private string? KindWords(QuestionKind? kind) => kind is { } known ? texts["Kind_" + known].Value : null;

    private string? YesOrNo(bool? said) => said is { } known ? common[known ? "Yes" : "No"].Value : null;

    private string? ConditionWords(string? after) => Conditions.FirstOrDefault(condition => condition.Value == (after ?? ""))?.Text ?? after;
}
