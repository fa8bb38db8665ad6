using Platform.Kernel.Time;

namespace Platform.Kernel.Acts;

/// <summary>An official act as the public may know it: what was done and when; not by whom, not from where, not with which words.</summary>
/// <param name="At">The moment; of several like acts of one day the last.</param>
/// <param name="What">Words in the language of the request.</param>
/// <param name="Subject">The thing, as its acts are recorded.</param>
/// <param name="Period">The period that it is about, where it is about one.</param>
/// <param name="Times">How often it was done that day, without another act between.</param>
public sealed record PublicAct(DateTime At, string What, string Subject, Period? Period = null, int Times = 1);

/// <summary>The public acts on things of the commune of the scope. Which acts are public, the room says that does them.</summary>
public interface IPublicHistory
{
    /// <param name="subjects">As the acts were recorded: <c>charter:1</c>.</param>
    /// <param name="except">Verbs that are told elsewhere: <c>activity.progressed</c>.</param>
    /// <returns>The newest first.</returns>
    Task<IReadOnlyList<PublicAct>> OfAsync(IReadOnlyCollection<string> subjects, IReadOnlyCollection<string> except, CancellationToken cancellation);
}
