namespace Platform.Kernel.Consulting;

/// <summary>Remarks that were taken up and changed what stands at a place of the site.</summary>
/// <param name="Page">The place, relative to the language's root: <c>/charter/versions/2</c>, <c>/openness/projects/68</c>.</param>
/// <param name="Anchor">The section, paragraph or item in the page; empty for the whole.</param>
public sealed record Shaped(string Page, string Anchor, int Remarks);

/// <summary>
/// What shaped a text or a card: the answers to remarks name the place that they changed, and the place leads back to the remarks. Only what everybody may
/// read; of the commune of the scope.
/// </summary>
public interface IShapers
{
    /// <param name="pages">Addresses at which the same thing stands or stood, relative to the language's root: one query, however many.</param>
    Task<IReadOnlyList<Shaped>> OfAsync(IReadOnlyCollection<string> pages, CancellationToken cancellation);
}
