using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Participation.Processes.Editing;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>Announces a consultation: from then on everybody sees it, and what it is about stays as it is now.</summary>
[Workspace(Area.Participation)]
internal sealed class AnnounceModel(
    CommuneContext db, ConsultationDesk desk, ProcessDesk processes, AuditTrail audit, INeighbourhoods neighbourhoods,
    IStringLocalizer<ConsultationEditingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<Matter> Matters { get; private set; } = [];

    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await FindAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        foreach (var obstacle in Obstacles)
        {
            Refuse("", texts["Obstacle_" + obstacle]);
        }

        if (Obstacles.Count == 0 && !Confirmed)
        {
            Refuse(nameof(Confirmed), texts["ConfirmNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Consultation.About is not null)
        {
            Consultation.Put(Matters);
        }

        // The process too: it is not closed in this moment by somebody who sees nothing running in it.
        db.EditedFrom(Consultation.Process!, Consultation.Process!.Revision);
        Consultation.Announce(Now);
        audit.Record(
            "consultation.announced", ConsultationDesk.SubjectOf(Consultation),
            after: new { Consultation.OpensAt, Consultation.ClosesAt, Consultation.AnswersBy, Consultation.About, matters = Consultation.Matters.Count, questions = Consultation.Questions.Count });
        await processes.TellCharterAsync(Consultation.Process!, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            Notice = texts["Announced"];
        }
        catch (DbUpdateException fault)
        {
            // Somebody else changed it, or announced it, in the same moment.
            db.ChangeTracker.Clear();
            if (fault is not DbUpdateConcurrencyException
                && !await db.Set<Consultation>().AnyAsync(consultation => consultation.Slug == slug && consultation.AnnouncedAt != null, cancellation))
            {
                throw;
            }

            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/consultations/" + slug);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { AnnouncedAt: null, Process: { } process } consultation)
        {
            return false;
        }

        (Consultation, Now) = (consultation, desk.Now);
        Matters = await desk.MattersAsync(consultation, cancellation);
        Obstacles = Announcing.ObstaclesTo(
            consultation, process, Matters, Now, (await neighbourhoods.AllAsync(cancellation)).Any(place => place.IsCurrent));
        return true;
    }
}
