using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>One thing of an evaluation: a member of the committee judges it, the team answers what was judged.</summary>
[Workspace(Area.Charter, Area.ActionPlan, Area.Openness, Committee = true)]
internal sealed class ThingPageModel(
    CommuneContext db, EvaluationDesk desk, EvaluatedReader evaluated, EvaluationReader reader, IDocuments documents, IPeople people, AuditTrail audit,
    IStringLocalizer<EvaluationsTexts> texts, IStringLocalizer<OpennessTexts> scale) : EditPage(db)
{
    public Evaluation Evaluation { get; private set; } = null!;

    public EvaluatedThing Thing { get; private set; } = null!;

    public Finding? Finding { get; private set; }

    /// <summary>All that was ever answered, the latest first.</summary>
    public IReadOnlyList<EvaluationAnswer> Answers { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    /// <summary>Files of the judgements, published or not.</summary>
    public ILookup<string, AttachedDocument> Attached { get; private set; } = ThingEvaluations.None.Files;

    /// <summary>The thing after this one, for who goes through them all.</summary>
    public EvaluatedThing? Next { get; private set; }

    [BindProperty]
    public JudgementInput Input { get; set; } = new();

    [BindProperty]
    public AnswerInput Reply { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public bool MayAct => desk.Mine.Contains(Evaluation.About);

    public bool MayJudge => desk.IsCommittee && Evaluation.PublishedAt is null && Stands;

    /// <summary>The document holds it today.</summary>
    private bool Stands { get; set; }

    public string KeepKey => $"evaluation-{Evaluation.Id}-{EvaluatedDocuments.AnchorOf(Thing.Key)}";

    public IEnumerable<SelectListItem> Degrees => scale.Choices<Completion>("Completion_");

    public IEnumerable<SelectListItem> Replies => texts.Choices<Reply>("Reply_");

    public async Task<IActionResult> OnGetAsync(int id, string thing, CancellationToken cancellation)
    {
        if (!await FindAsync(id, thing, cancellation))
        {
            return NotFound();
        }

        if (Finding?.Judgements.FirstOrDefault(judgement => judgement.Account == Person.Account) is { } own)
        {
            Input = new() { Degree = own.Degree, Comment = own.Comment };
        }

        if (Finding?.Answer is { } answer)
        {
            Reply = new() { Reply = answer.Reply, Text = LocalizedInput.From(answer.Text) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string thing, CancellationToken cancellation)
    {
        if (!await FindAsync(id, thing, cancellation))
        {
            return NotFound();
        }

        if (!MayJudge)
        {
            return Refused();
        }

        Only(nameof(Input));
        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (Input.Degree is not { } degree)
        {
            Refuse("Input.Degree", texts["DegreeNeeded"]);
            return Invalid(Files);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        // The evaluation's row is written too: nobody judges what is being published in this moment.
        var closed = false;
        await SaveRetriedAsync(
            async () =>
            {
                var evaluation = await Db.Set<Evaluation>().SingleAsync(one => one.Id == id, cancellation);
                closed = evaluation.PublishedAt is not null;
                if (!closed)
                {
                    Db.EditedFrom(evaluation, evaluation.Revision);
                    await JudgeAsync(evaluation, degree, cancellation);
                }
            },
            cancellation);
        Tell(!closed, texts["Judged"], texts["ClosedMeanwhile"]);
        SavedForm = closed ? null : KeepKey;
        return Redirect($"~/workspace/evaluations/{id}#{EvaluatedDocuments.AnchorOf(thing)}");
    }

    public async Task<IActionResult> OnPostAnswerAsync(int id, string thing, CancellationToken cancellation)
    {
        if (!await FindAsync(id, thing, cancellation) || Finding is null)
        {
            return NotFound();
        }

        if (!MayAct)
        {
            return Refused();
        }

        Only(nameof(Reply));
        if (Reply.Reply is not { } kind)
        {
            Refuse("Reply.Reply", texts["ReplyNeeded"]);
        }
        else if (kind != Evaluations.Reply.Noted && Reply.Text.IsEmpty)
        {
            Refuse("Reply.Text.Ar", texts["ReplyTextNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.Add(EvaluationAnswer.To(Evaluation, thing, Reply.Reply!.Value, Reply.Text.ToText(), desk.Now));
        audit.Record("evaluation.answered", Evaluation.Subject, null, Answered(Answers is [var former, ..] ? former : null), new { thing = Named, reply = Reply.Reply, text = Reply.Text.ToText() });
        await Db.SaveChangesAsync(cancellation);
        (Notice, SavedForm) = (texts["Answered"], KeepKey + "-answer");
        return Redirect($"~/workspace/evaluations/{id}#{EvaluatedDocuments.AnchorOf(thing)}");
    }

    private static object? Answered(EvaluationAnswer? answer) => answer is null ? null : new { reply = answer.Reply, text = answer.Text };

    /// <summary>What the trail calls the thing.</summary>
    private string Named => Thing.Reference.Length > 0 ? Thing.Reference : Thing.Key;

    private async Task JudgeAsync(Evaluation evaluation, Completion degree, CancellationToken cancellation)
    {
        var judgement = Judgement.On(evaluation, Person.Account, Thing, degree, string.IsNullOrWhiteSpace(Input.Comment) ? null : Input.Comment, desk.Now);
        Db.Add(judgement);
        foreach (var file in Files.Received)
        {
            await documents.KeepAsync(
                file,
                new(DocumentKind.Evidence, BothLanguages.Of(typeof(EvaluationsTexts), "EvidenceTitle", evaluation.Name()), desk.Today, judgement.HaveDocuments(), Publish: false),
                cancellation);
        }

        audit.Record("evaluation.judged", evaluation.Subject, null, null, new { thing = Named, degree, comment = judgement.Comment });
    }

    /// <summary>The page has two forms: what was not sent is not wrong.</summary>
    private void Only(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => !key.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    /// <summary>Whoever may see it but not do this.</summary>
    private ForbidResult Refused() => Forbid();

    private async Task<bool> FindAsync(int id, string key, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } evaluation)
        {
            return false;
        }

        Evaluation = evaluation;
        Finding = (await reader.FindingsAsync(evaluation, cancellation)).FirstOrDefault(finding => finding.Thing == key);
        List<EvaluatedThing> things = evaluation.PublishedAt is null ? [.. (await evaluated.TodayAsync(evaluation.About, cancellation))?.Things ?? []] : [];
        var at = things.FindIndex(thing => thing.Key == key);
        Stands = at >= 0;
        if (!Stands && Finding is null)
        {
            return false;
        }

        Thing = Stands ? things[at] : new(key, Finding!.Reference, Finding.Title, Finding.Link);
        Next = Stands && at + 1 < things.Count ? things[at + 1] : null;
        Answers = await Db.Set<EvaluationAnswer>().AsNoTracking().Where(answer => answer.EvaluationId == id && answer.Thing == key)
            .OrderByDescending(answer => answer.Id).ToListAsync(cancellation);
        Names = await people.NamesAsync([.. Finding?.Judgements.Select(judgement => judgement.Account) ?? []], cancellation);
        Attached = await reader.FilesAsync(Finding?.Judgements ?? [], unpublished: true, cancellation);
        return true;
    }
}

/// <summary>What a member judges, as the form has it.</summary>
internal sealed class JudgementInput
{
    [EnumDataType(typeof(Completion), ErrorMessage = "ValidationInvalid")]
    public Completion? Degree { get; set; }

    [MaxLength(Judgement.LongestComment)]
    public string? Comment { get; set; }
}

/// <summary>What the team answers, as the form has it.</summary>
internal sealed class AnswerInput
{
    [EnumDataType(typeof(Reply), ErrorMessage = "ValidationInvalid")]
    public Reply? Reply { get; set; }

    [Localized(Longest = Evaluation.LongestText)]
    public LocalizedInput Text { get; set; } = new();
}
