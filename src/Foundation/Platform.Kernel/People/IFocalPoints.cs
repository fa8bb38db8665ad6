namespace Platform.Kernel.People;

/// <summary>
/// The focal points of communes, for national staff who have to reach them. They are read in the communes' own databases when somebody asks, and kept
/// nowhere else: whoever asks writes into the trail that it was read.
/// </summary>
public interface IFocalPoints
{
    /// <summary>By slug. A commune whose database does not answer is left out; one without a focal point has an empty list.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Member>>> OfAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation);
}
