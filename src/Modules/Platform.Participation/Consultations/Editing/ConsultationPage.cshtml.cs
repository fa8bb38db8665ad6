using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Contributions;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>A consultation where it is prepared and run.</summary>
[Workspace(Area.Participation)]
internal sealed class ConsultationPageModel(CommuneContext db, ConsultationDesk desk) : WorkspacePage
{
    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<Matter> Matters { get; private set; } = [];

    public DateTime Now { get; private set; }

    public ConsultationPhase Phase => Consultation.PhaseAt(Now);

    public int Participants { get; private set; }

    public int Remarks { get; private set; }

    /// <summary>Those that nobody has read yet.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        (Consultation, Now) = (consultation, desk.Now);
        Matters = await desk.MattersAsync(consultation, cancellation);
        Participants = await db.Set<Participant>().CountAsync(participant => participant.ConsultationId == consultation.Id, cancellation);
        Remarks = await db.Set<Remark>().CountAsync(remark => remark.ConsultationId == consultation.Id && remark.Kind != RemarkKind.Priority, cancellation);
        Waiting = await db.Set<Remark>().CountAsync(remark => remark.ConsultationId == consultation.Id && remark.State == RemarkState.Waiting && remark.Kind != RemarkKind.Priority, cancellation);
        return Page();
    }
}
