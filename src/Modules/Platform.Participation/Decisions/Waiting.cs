using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>The one rule of what still needs an answer.</summary>
internal static class Waiting
{
    /// <summary>
    /// Remarks without a published answer: a draft tells its author nothing. What is held back has its reason, and a place in an order of importance is counted,
    /// not answered.
    /// </summary>
    public static IQueryable<Remark> WithoutAnswer(this IQueryable<Remark> remarks) => remarks.Where(
        remark => remark.State != RemarkState.Held && remark.Kind != RemarkKind.Priority && (remark.Decision == null || remark.Decision.PublishedAt == null));
}
