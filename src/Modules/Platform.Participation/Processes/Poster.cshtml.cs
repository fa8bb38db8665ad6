using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Participation.Processes;

/// <summary>A sheet to print and put up: the process, its stages with their days, and a code that leads to its page.</summary>
[Feature(Feature.Consultations)]
internal sealed class PosterModel(ProcessReader processes) : CommunePage
{
    public Process Process { get; private set; } = null!;

    /// <summary>Where the code leads.</summary>
    public string Address => $"{Commune.Address}/{Language.Tag}/processes/{Process.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await processes.FindAsync(slug, cancellation) is not { } process)
        {
            return NotFound();
        }

        Process = process;
        return Page();
    }
}
