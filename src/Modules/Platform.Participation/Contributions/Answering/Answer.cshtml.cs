using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;

namespace Platform.Participation.Contributions.Answering;

/// <summary>A remark on the whole, on a section or paragraph of the text, or notes on the fields of a card.</summary>
internal sealed class AnswerModel : AnsweringPage
{
    // Asked by each of those who send in the last minute.
    private static readonly Func<CommuneContext, int, string, CancellationToken, Task<List<Matter>>> Named = Prepared.Query(
        (CommuneContext db, int consultation, string key) => db.Set<Matter>().AsNoTracking().Where(matter => matter.ConsultationId == consultation && matter.Key == key));

    private static readonly Func<CommuneContext, int, string, CancellationToken, Task<List<Matter>>> PartsOf = Prepared.Query(
        (CommuneContext db, int consultation, string key) => db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == consultation && matter.ParentKey == key).OrderBy(matter => matter.Position));

    /// <summary>Key of what the remark is about; none for the whole.</summary>
    [BindProperty(SupportsGet = true, Name = "about")]
    public string? About { get; set; }

    [BindProperty]
    public RemarkForm Input { get; set; } = new();

    [BindProperty]
    public CardNotes Notes { get; set; } = new();

    /// <summary>Whether there is a short form too; looked up where the whole is spoken of.</summary>
    public bool AsksQuestions { get; private set; }

    /// <summary>The paragraph, section or card; none for the whole.</summary>
    public Matter? Matter { get; private set; }

    /// <summary>The section that the paragraph stands in.</summary>
    public Matter? Parent { get; private set; }

    /// <summary>Paragraphs of the section, or fields of the card.</summary>
    public IReadOnlyList<Matter> Parts { get; private set; } = [];

    public bool IsCard => Matter is { Kind: MatterKind.Card or MatterKind.Idea };

    public bool IsParagraph => Matter is { Kind: MatterKind.Paragraph };

    /// <summary>The paragraph as it stands, in the language in which an amendment is written; none where it is too long to be written anew in a form.</summary>
    public string? Standing => Matter?.Text?.In(Language) is { Length: <= Remark.LongestText } text ? text : null;

    public IReadOnlyList<RemarkKind> Kinds =>
        Matter is null ? [RemarkKind.Note, RemarkKind.Support, RemarkKind.Objection, RemarkKind.Question]
        : IsParagraph && Standing is not null ? [RemarkKind.Support, RemarkKind.Objection, RemarkKind.Amendment, RemarkKind.Question]
        : [RemarkKind.Support, RemarkKind.Objection, RemarkKind.Question];

    public IEnumerable<SelectListItem> KindOptions => Kinds.Select(kind => new SelectListItem(Texts["Kind_" + kind], kind.ToString()));

    /// <summary>Of the proposed wording, once it differs.</summary>
    public IReadOnlyList<ParagraphDifference> Difference =>
        Standing is { } standing && Input.Proposed is { } proposed && IsParagraph ? TextDifferences.Compare([standing], [proposed]) : [];

    /// <summary>Of the draft that the browser keeps; the receipt's page drops it.</summary>
    public string KeepKey => $"answer:{Consultation.Slug}:{Matter?.Key}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (!IsOpen)
        {
            return NotOpen();
        }

        if (About == "idea" && Consultation.TakesIdeas)
        {
            return Redirect(Url.Page("/Contributions/Answering/Idea", new { slug })!);
        }

        Input.Proposed = null;
        return await FindAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        // What arrives when it is closed may be a retry of what was received before: the reception knows.
        return await HandInAsync(IsCard ? CardRemarks() : TextRemarks());
    }

    private List<Said> CardRemarks()
    {
        var remarks = new List<Said>();
        foreach (var (field, text) in Notes.Written())
        {
            Counter.CheckLinks(text, "Notes." + field, ModelState);
            remarks.Add(new(RemarkKind.Note, Parts.FirstOrDefault(part => part.Field == field) ?? Matter, text));
        }

        if (remarks.Count == 0)
        {
            ModelState.AddModelError("Notes.Problem", Texts["NoteNeeded"]);
        }

        return remarks;
    }

    private List<Said> TextRemarks()
    {
        Counter.CheckLinks(Input.Text, "Input.Text", ModelState);
        Counter.CheckLinks(Input.Proposed, "Input.Proposed", ModelState);
        if (Input.Kind is not { } kind || !Kinds.Contains(kind))
        {
            ModelState.AddModelError("Input.Kind", Texts["KindNeeded"]);
            return [];
        }

        var reworded = IsParagraph && Input.Proposed is { } proposed && Plain(proposed) != Plain(Standing);
        if (kind == RemarkKind.Amendment && !reworded)
        {
            ModelState.AddModelError("Input.Proposed", Texts["WordingNeeded"]);
        }
        else if (kind != RemarkKind.Amendment && reworded)
        {
            // Said silently, a changed wording would be lost.
            ModelState.AddModelError("Input.Kind", Texts["WordingIsAmendment"]);
        }
        else if (kind is not (RemarkKind.Support or RemarkKind.Amendment) && Input.Text is null)
        {
            ModelState.AddModelError("Input.Text", Texts["TextNeeded"]);
        }

        return [new(kind, Matter, Input.Text, kind == RemarkKind.Amendment ? Input.Proposed : null)];
    }

    /// <returns>False where there is no such thing in this consultation, or not for everybody.</returns>
    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (About is null)
        {
            AsksQuestions = await Db.Set<Question>().AnyAsync(question => question.ConsultationId == Consultation.Id, cancellation);
            return true;
        }

        Matter = await NamedAsync(About, cancellation);
        if (Matter is { Kind: MatterKind.Field })
        {
            // A field is noted on together with the others of its card.
            var (card, field) = (Matter.ParentKey, Matter.Field);
            Matter = card is null ? null : await NamedAsync(card, cancellation);
            Asked = field;
        }

        if (Matter is { MergedInto: { } into })
        {
            // It was put together with another idea: what is said of it is said of both.
            Matter = await NamedAsync(into, cancellation);
        }

        if (Matter is not { } found)
        {
            return false;
        }

        Parts = await PartsOf(Db, Consultation.Id, found.Key, cancellation);
        Parent = found.ParentKey is { } parent ? await NamedAsync(parent, cancellation) : null;
        return found.Kind != MatterKind.Idea
            || await Db.Set<Remark>().AnyAsync(remark => remark.MatterId == found.Id && remark.Kind == RemarkKind.Idea && remark.State == RemarkState.Shown, cancellation);
    }

    private async Task<Matter?> NamedAsync(string key, CancellationToken cancellation) =>
        await Named(Db, Consultation.Id, key, cancellation) is [var found] ? found : null;

    /// <summary>The field that was asked for, where it was one.</summary>
    public CardField? Asked { get; private set; }

    // Line ends and spaces are the browser's.
    private static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

internal sealed class RemarkForm
{
    public RemarkKind? Kind { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? Text { get; set; }

    [MaxLength(Remark.LongestText)]
    public string? Proposed { get; set; }
}
