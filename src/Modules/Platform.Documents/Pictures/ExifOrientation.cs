using System.Buffers.Binary;

namespace Platform.Documents.Pictures;

/// <summary>Which side of a photograph is up: telephones write it into EXIF instead of turning the picture.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;
    private const byte Upright = 1;
    private const byte Last = 8;

    private static ReadOnlySpan<byte> Name => "Exif\0\0"u8;

    /// <returns>2 to 8, or null where the picture is upright or nothing is said.</returns>
    public static byte? Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Name) || segment.Length < Name.Length + 8)
        {
            return null;
        }

        var tiff = segment[Name.Length..];
        var little = tiff[0] == 'I';
        var at = (long)Number32(tiff[4..], little);
        if (at < 8 || at + 2 > tiff.Length)
        {
            return null;
        }

        var entries = Number16(tiff[(int)at..], little);
        for (var i = 0; i < entries; i++)
        {
            var start = at + 2 + ((long)i * EntryLength);
            if (start + EntryLength > tiff.Length)
            {
                return null;
            }

            var entry = tiff.Slice((int)start, EntryLength);
            if (Number16(entry, little) == Tag && Number16(entry[2..], little) == Short)
            {
                return Number16(entry[8..], little) is > Upright and <= Last and var orientation ? (byte)orientation : null;
            }
        }

        return null;
    }

    /// <summary>EXIF that says nothing else.</summary>
    public static byte[] Write(byte orientation) =>
    [
        .. Name, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
