using System.Security.Cryptography;

namespace Platform.Documents.Blobs;

/// <summary>The name of a blob: 128 random bits in hexadecimal. It says nothing of what it holds and cannot lead out of its folder.</summary>
internal readonly record struct BlobKey
{
    public const int Length = 32;

    private readonly string? value;

    private BlobKey(string value) => this.value = value;

    public static BlobKey New() => new(RandomNumberGenerator.GetHexString(Length, lowercase: true));

    public static bool TryParse(string? text, out BlobKey key)
    {
        var valid = text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
        key = valid ? new BlobKey(text!) : default;
        return valid;
    }

    public static BlobKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("A blob's key is 32 hexadecimal digits.");

    public override string ToString() => value ?? throw new InvalidOperationException("This key names no blob.");
}
