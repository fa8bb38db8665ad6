namespace Platform.Kernel.Files;

/// <summary>What became of a picture that was sent as a logo.</summary>
/// <param name="Png">The picture made anew at a size fit for pages; none where it was refused.</param>
/// <param name="Problem">What is wrong and what to do, in the language of the request.</param>
public sealed record LogoPicture(byte[]? Png, string? Problem);

/// <summary>Makes logos fit for pages: decoded, checked, made smaller, written anew.</summary>
public interface ILogos
{
    Task<LogoPicture> MakeAsync(Func<Stream> open, CancellationToken cancellation);
}
