using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Workspace;

namespace Platform.National.Runs;

/// <summary>One run and how each commune fared in it. An operator runs it again: what failed, or all of it.</summary>
[Staff(Role.Operator, Role.Analyst, Role.DgctOfficer)]
internal sealed class RunModel(IJobHistory history, ICommuneCatalog catalog, IStringLocalizer<RunsTexts> texts) : StaffPage
{
    public JobRunLine Run { get; private set; } = null!;

    /// <summary>Those that failed first.</summary>
    public IReadOnlyList<(string Name, CommuneRun Run)> Communes { get; private set; } = [];

    public bool MayRun => Person.Is(Role.Operator);

    /// <summary>Something of it is still to be done.</summary>
    public bool HasRest => Run.Standing is RunStanding.Failed or RunStanding.Abandoned;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await history.FindAsync(id, cancellation) is not { } run)
        {
            return NotFound();
        }

        Run = run;
        var names = (await catalog.AllAsync(cancellation)).ToDictionary(listed => listed.Commune.Slug, listed => listed.Commune.Name, StringComparer.Ordinal);
        Communes =
        [
            .. (await history.CommunesAsync(id, cancellation))
                .Select(one => (Name: names.GetValueOrDefault(one.Slug)?.In(Language) ?? one.Slug, Run: one))
                .OrderBy(one => one.Run.Standing switch { CommuneRunStanding.Failed => 0, CommuneRunStanding.Pending => 1, _ => 2 })
                .ThenBy(one => Folding.Fold(one.Name), StringComparer.Ordinal),
        ];
        return Page();
    }

    public Task<IActionResult> OnPostRestAsync(long id, CancellationToken cancellation) => AgainAsync(id, whole: false, cancellation);

    public Task<IActionResult> OnPostWholeAsync(long id, CancellationToken cancellation) => AgainAsync(id, whole: true, cancellation);

    private async Task<IActionResult> AgainAsync(long id, bool whole, CancellationToken cancellation)
    {
        if (!MayRun)
        {
            return Forbid();
        }

        if (await history.FindAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        Notice = texts["Again" + await history.AgainAsync(id, whole, cancellation)];
        return To($"/workspace/jobs/{id}");
    }
}
