namespace Platform.Kernel.People;

/// <summary>
/// What a room keeps of an account beyond the account itself: for the person to read (law 09-08, right of access), and forgotten with the account. Registered as a
/// scoped service of a commune's scope.
/// </summary>
public interface IKeptOfAccount
{
    /// <summary>What it is called in the file that the person takes away: <c>subscriptions</c>.</summary>
    string Name { get; }

    /// <returns>What is kept, to be written as JSON; none where nothing is.</returns>
    Task<object?> OfAsync(int account, CancellationToken cancellation);

    /// <summary>The account is deleted. Called inside the transaction in which it goes; what is left behind names nobody.</summary>
    /// <param name="erase">The person wants nothing to be left by which anything could reach them; otherwise an answer that is awaited still arrives.</param>
    Task ForgetAsync(int account, bool erase, CancellationToken cancellation);
}
