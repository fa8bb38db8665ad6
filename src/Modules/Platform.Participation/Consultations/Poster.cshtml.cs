using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Participation.Consultations;

/// <summary>A sheet to print and put up: the question, until when, and a code that leads to its page.</summary>
[Feature(Feature.Consultations)]
internal sealed class PosterModel(ConsultationReader consultations) : CommunePage
{
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>Where the code leads.</summary>
    public string Address => $"{Commune.Address}/{Language.Tag}/consultations/{Consultation.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(slug, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        Consultation = consultation;
        return Page();
    }
}
