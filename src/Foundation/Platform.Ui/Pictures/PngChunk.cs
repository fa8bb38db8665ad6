using System.Buffers.Binary;
using System.Text;

namespace Platform.Ui.Pictures;

/// <summary>What PNG files are made of (ISO/IEC 15948, 5.3): a length, a type, the content and its check sum.</summary>
public static class PngChunk
{
    public const string Header = "IHDR";
    public const string Palette = "PLTE";
    public const string Transparency = "tRNS";
    public const string Data = "IDAT";
    public const string End = "IEND";

    /// <summary>What every file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Write(Stream file, string type, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(file);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        var name = Encoding.Latin1.GetBytes(type);
        file.Write(name);
        file.Write(content);
        var sum = Crc32.Start();
        sum.Add(name);
        sum.Add(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, sum.Value);
        file.Write(number);
    }
}
