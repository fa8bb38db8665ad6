using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Answering;

namespace Platform.Participation.Contributions.Supporting;

/// <summary>Supporting a remark that others see, and taking that back, while the consultation is open. Public lists lead here: they hold no form themselves.</summary>
internal sealed class SupportModel(Supporters supporters, Doorkeeper doorkeeper) : AnsweringPage
{
    public Remark Remark { get; private set; } = null!;

    /// <summary>Section or card.</summary>
    public Matter? Head { get; private set; }

    public Participant Author { get; private set; } = null!;

    public bool Given { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellation) =>
        await FindAsync(slug, id, cancellation) ?? (IsOpen ? Page() : NotOpen());

    public Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellation) => ChangeAsync(slug, id, supporters.AddAsync, "Supported", cancellation);

    public Task<IActionResult> OnPostBackAsync(string slug, int id, CancellationToken cancellation) => ChangeAsync(slug, id, supporters.TakeBackAsync, "SupportTaken", cancellation);

    private string Key => Person.IsSignedIn
        ? Participant.KeyOf(Person.Account)
        : "b:" + Tracking.DigestOfPerson(Consultation.Id, BrowserSecret.Of(HttpContext));

    private async Task<IActionResult> ChangeAsync(string slug, int id, Func<int, string, CancellationToken, Task> change, string said, CancellationToken cancellation)
    {
        if (await FindAsync(slug, id, cancellation) is { } instead)
        {
            return instead;
        }

        if (!IsOpen)
        {
            return NotOpen();
        }

        if (!doorkeeper.MaySend(Counter.From(HttpContext)))
        {
            ModelState.AddModelError("", Texts["TooMany"]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return Page();
        }

        await change(id, Key, cancellation);
        Notice = Texts[said];
        return To($"/consultations/{slug}/remarks/{id}/support");
    }

    private async Task<IActionResult?> FindAsync(string slug, int id, CancellationToken cancellation)
    {
        if (await EnterAsync(slug, cancellation) is { } instead)
        {
            return instead;
        }

        if (await Db.Set<Remark>().AsNoTracking().Include(remark => remark.Matter)
            .FirstOrDefaultAsync(remark => remark.Id == id && remark.ConsultationId == Consultation.Id && remark.State == RemarkState.Shown, cancellation) is not { } found)
        {
            return NotFound();
        }

        Remark = found;
        Author = await Db.Set<Contribution>().Where(one => one.Id == found.ContributionId).Select(one => one.Participant).AsNoTracking().FirstAsync(cancellation);
        Head = found.Matter is { ParentKey: { } parent }
            ? await Db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(matter => matter.ConsultationId == Consultation.Id && matter.Key == parent, cancellation)
            : found.Matter;
        Given = await supporters.HasAsync(id, Key, cancellation);
        return null;
    }
}
