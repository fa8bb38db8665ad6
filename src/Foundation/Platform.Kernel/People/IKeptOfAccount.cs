namespace Platform.Kernel.People;

/// <summary>What a room keeps of an account beyond the account itself, for the person to read (law 09-08, right of access). Registered as a scoped service of a commune's scope.</summary>
public interface IKeptOfAccount
{
    /// <summary>What it is called in the file that the person takes away: <c>subscriptions</c>.</summary>
    string Name { get; }

    /// <returns>What is kept, to be written as JSON; none where nothing is.</returns>
    Task<object?> OfAsync(int account, CancellationToken cancellation);
}
