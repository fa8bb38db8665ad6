namespace Platform.Kernel.Acts;

/// <summary>An official act as the public may know it: what was done and when; not by whom, not from where.</summary>
/// <param name="What">Words in the language of the request.</param>
public sealed record PublicAct(DateTime At, string What);

/// <summary>The public acts on a thing of the commune of the scope. Which acts are public, the room says that does them.</summary>
public interface IPublicHistory
{
    /// <param name="subject">As the acts were recorded: <c>charter:1</c>.</param>
    /// <returns>The newest first.</returns>
    Task<IReadOnlyList<PublicAct>> OfAsync(string subject, CancellationToken cancellation);
}
