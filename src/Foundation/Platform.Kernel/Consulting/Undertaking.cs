using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Kernel.Consulting;

/// <summary>Something that the commune has taken upon itself and can carry out: an activity of its plan, an openness project. A proposal that was taken up becomes one, or part of one.</summary>
/// <param name="Key">Does not change, and never becomes another's: <c>activity:1/2.1</c> (plan and reference), <c>project:68</c>.</param>
/// <param name="Reference">As people call it: <c>2.1</c>, <c>68</c>.</param>
/// <param name="Link">Its public page, relative to the language's root.</param>
public sealed record Undertaking(string Key, string Reference, LocalizedText Title, string Link);

/// <summary>What a room's commitments are to a decision on a proposal. Registered as a scoped service; it reads the commune of its scope.</summary>
public interface IUndertakings
{
    /// <summary>What they belong to: a commune that does without it takes nothing new upon itself there.</summary>
    Feature Feature { get; }

    /// <summary>Those that the public sees today, in the order of the documents.</summary>
    Task<IReadOnlyList<Undertaking>> AllAsync(CancellationToken cancellation);

    /// <summary>Keys of those that were carried out at the end of a day; keys of other rooms are left out.</summary>
    Task<IReadOnlyCollection<string>> CarriedOutAsync(IReadOnlyCollection<string> keys, DateOnly day, CancellationToken cancellation);
}
