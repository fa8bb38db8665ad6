using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The openness programme, or word that there is none; the networks of the commune in both cases.</summary>
[Feature(Feature.Openness)]
internal sealed class ProgrammeModel(OpennessReader programmes, TimeProvider time) : CommunePage
{
    public Programme? Programme { get; private set; }

    public IReadOnlyList<Network> Networks { get; private set; } = [];

    public DateOnly Today { get; } = time.TodayInMorocco();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Programme = await programmes.WholeAsync(cancellation);
        Networks = await programmes.NetworksAsync(cancellation);
        return Page();
    }

    public IReadOnlyList<Statement> Statements(StatementKind kind) =>
        [.. Programme?.Statements.Where(statement => statement.Kind == kind) ?? []];
}
