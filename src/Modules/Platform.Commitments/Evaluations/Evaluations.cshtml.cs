using Platform.Ui.Sites;

namespace Platform.Commitments.Evaluations;

/// <summary>The evaluations that the commune published, of all its documents.</summary>
internal sealed class EvaluationsModel(EvaluationReader reader) : CommunePage
{
    public IReadOnlyList<Evaluation> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => All = await reader.PublishedAsync(cancellation);
}
