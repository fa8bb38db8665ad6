using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Proof;
using Platform.Participation.Questions;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Answering;

/// <summary>
/// A form in which somebody answers a consultation. It is open while the consultation is, to visitors where the commune allows it; before and afterwards it
/// says when.
/// </summary>
[Site(SiteKind.Commune)]
[Feature(Feature.Consultations)]
internal abstract class AnsweringPage : PersonalPage
{
    [BindProperty]
    public SenderForm Sender { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    public DateTime Now { get; private set; }

    public ConsultationPhase Phase => Consultation.PhaseAt(Now);

    public bool IsOpen => Phase == ConsultationPhase.Open;

    /// <summary>What was written in a form that came too late: shown, so that it is not lost to its writer.</summary>
    public IEnumerable<string> Typed => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType
        ? Request.Form.Where(sent => Written.Any(part => sent.Key.StartsWith(part, StringComparison.Ordinal)) && !sent.Key.EndsWith(".Kind", StringComparison.Ordinal))
            .Select(sent => Cleaning.Clean(sent.Value.ToString())).Where(text => text.Length > 0)
        : [];

    // Asked by each of those who send in the last minute.
    private static readonly Func<CommuneContext, string, CancellationToken, Task<List<Consultation>>> Named = Prepared.Query(
        (CommuneContext db, string slug) => db.Set<Consultation>().AsNoTracking().Where(known => known.Slug == slug));

    private static string[] Written { get; } = ["Input.", "Notes.", "Card.", "Name", QuestionSheet.Words];

    protected CommuneContext Db => HttpContext.RequestServices.GetRequiredService<CommuneContext>();

    protected Counter Counter => HttpContext.RequestServices.GetRequiredService<Counter>();

    protected IStringLocalizer<ContributionsTexts> Texts => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ContributionsTexts>>();

    /// <returns>What to answer instead of the form; none where it may be filled in.</returns>
    protected async Task<IActionResult?> EnterAsync(string slug, CancellationToken cancellation)
    {
        Now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        if (await Named(Db, slug, cancellation) is not [var found]
            || found.PhaseAt(Now) == ConsultationPhase.Draft)
        {
            return NotFound();
        }

        Consultation = found;
        if (IsOpen && !found.VisitorsMayAnswer && !Person.IsSignedIn)
        {
            return Challenge();
        }

        Counter.Enter(found);
        BrowserSecret.Of(HttpContext);
        if (Person.IsSignedIn && HttpMethods.IsGet(Request.Method))
        {
            await RecogniseAsync(cancellation);
        }

        return null;
    }

    /// <summary>How the person chose to be shown counts for everything said in this consultation: the next form begins with it, so that it does not change unsaid.</summary>
    private async Task RecogniseAsync(CancellationToken cancellation)
    {
        Sender.Name ??= Person.Name;
        var key = Participant.KeyOf(Person.Account);
        if (await Db.Set<Participant>().AsNoTracking().FirstOrDefaultAsync(known => known.ConsultationId == Consultation.Id && known.Key == key, cancellation) is { } known)
        {
            var way = known.ShownAs == ShownAs.Association && !Counter.SpeaksForAssociation ? ShownAs.Citizen : known.ShownAs;
            (Sender.ShownAs, Sender.Association, Sender.Mail) = (way, known.Association, known.Mail);
        }
    }

    /// <summary>The page that says when it opens, or when it closed.</summary>
    protected PageResult NotOpen()
    {
        Response.StatusCode = Phase == ConsultationPhase.Announced ? StatusCodes.Status409Conflict : StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>Hands it in and leads to the receipt; otherwise the form again, with what is wrong.</summary>
    protected async Task<IActionResult> HandInAsync(IReadOnlyList<Said> remarks, IReadOnlyList<Matter>? cards = null, IReadOnlyList<Given>? answers = null)
    {
        Counter.Check(Sender, ModelState);
        Counter.CheckProof(Sender, ModelState);
        if (!ModelState.IsValid)
        {
            return IsOpen ? Invalid() : NotOpen();
        }

        var (handing, _) = await Counter.HandInAsync(HttpContext, Consultation, Sender, remarks, cards ?? [], Language, answers);
        switch (handing)
        {
            case Handing.Received:
                return To("/contributions/receipt");
            case Handing.Refused:
                ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ProofTexts>>()["Spent"]);
                return Invalid();
            case Handing.TooMany:
                ModelState.AddModelError("", Texts["TooMany"]);
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                Response.Headers.RetryAfter = "60";
                return Page();
            default:
                Now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
                return NotOpen();
        }
    }
}
