using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Participation.Consultations;

/// <summary>What the commune asks, until when, and about what.</summary>
[Feature(Feature.Consultations)]
internal sealed class DetailsModel(ConsultationReader consultations, IShapers shapers, TimeProvider time) : CommunePage
{
    public ConsultationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        if (await consultations.FindAsync(slug, cancellation) is not { Process: { } process } consultation)
        {
            return NotFound();
        }

        View = new(consultation, process, MatterGroup.Of(consultation.Matters), await consultations.CountsAsync(consultation, cancellation), now, Preview: false)
        {
            Ideas = await consultations.IdeasAsync(consultation, cancellation),
            Shaped = await shapers.OfAsync(["/consultations/" + slug], cancellation),
        };
        HttpContext.ChangesAt(new[] { consultation }.NextChange(now));
        return Page();
    }
}
