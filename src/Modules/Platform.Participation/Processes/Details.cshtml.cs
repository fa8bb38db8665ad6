using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Processes.Editing;
using Platform.Ui.Sites;

namespace Platform.Participation.Processes;

/// <summary>A participatory process: what it is for, what can be influenced, who decides, where it stands.</summary>
[Feature(Feature.Consultations)]
internal sealed class DetailsModel(ProcessReader processes, ConsultationReader consultations, ProcessDesk desk, IDocuments documents, TimeProvider time) : CommunePage
{
    public Process Process { get; private set; } = null!;

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    /// <summary>Its first and last day, as far as they are decided.</summary>
    public (DateOnly From, DateOnly To)? Days => Process.Days;

    /// <summary>Of a process that is closed: remarks that were left without an answer, which its closing note explains.</summary>
    public int Unanswered { get; private set; }

    public DateTime Now { get; } = time.UtcNow();

    public DateOnly Today { get; } = time.TodayInMorocco();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await processes.FindAsync(slug, cancellation) is not { } process)
        {
            return NotFound();
        }

        Process = process;
        Consultations = await consultations.OfAsync(process.Id, cancellation);
        var subject = ProcessSubjects.Of(process);
        Documents = [.. (await documents.OfAsync([subject], unpublished: false, cancellation))[subject]];
        Unanswered = process.ClosedAt is null ? 0 : await desk.UnansweredAsync(process, cancellation);
        HttpContext.ChangesAt(Consultations.NextChange(Now));
        return Page();
    }
}
