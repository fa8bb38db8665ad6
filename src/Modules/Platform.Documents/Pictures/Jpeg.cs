using System.Buffers.Binary;
using Platform.Documents.FileTypes;

namespace Platform.Documents.Pictures;

/// <summary>
/// JPEG pictures written anew segment by segment: tables, frames and scans go on; EXIF with its places and thumbnails, comments, vendor segments and
/// whatever follows the end do not. The one thing kept of EXIF is which side is up. The compressed samples themselves are not decoded.
/// </summary>
internal static class Jpeg
{
    private const byte Marker = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    /// <exception cref="FileRefusedException">It is no whole JPEG, or of more pixels than are accepted.</exception>
    public static void Rewrite(Stream source, Stream target)
    {
        using var file = new BufferedStream(new Unclosed(source), 64 * 1024);
        if (Byte(file) != Marker || Byte(file) != Start)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        target.Write([Marker, Start]);
        var (framed, scanned, turned) = (false, false, false);
        for (var code = NextMarker(file); code != End;)
        {
            var content = Segment(file);
            if (IsFrame(code))
            {
                CheckFrame(content);
                framed = true;
            }

            if (code == App1 && !turned && ExifOrientation.Read(content) is { } orientation)
            {
                Write(target, App1, ExifOrientation.Write(orientation));
                turned = true;
            }
            else if (IsKept(code, content))
            {
                Write(target, code, content);
            }

            if (code == Scan)
            {
                code = framed ? CopyScan(file, target) : throw new FileRefusedException(Refusal.Damaged);
                scanned = true;
            }
            else
            {
                code = NextMarker(file);
            }
        }

        if (!scanned)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        target.Write([Marker, End]);
    }

    /// <summary>Segments that are needed to see the picture. Of the application's: JFIF, the colour profile, and Adobe's colour transform.</summary>
    private static bool IsKept(byte code, ReadOnlySpan<byte> content) => code switch
    {
        App0 => content.StartsWith("JFIF\0"u8),
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        App14 => content.StartsWith("Adobe"u8),
        >= App0 and <= App15 => false,
        Comment => false,
        _ => true,
    };

    /// <summary>Start of frame: C0 to CF without the tables that lie among them.</summary>
    private static bool IsFrame(byte code) => code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static void CheckFrame(ReadOnlySpan<byte> content)
    {
        if (content.Length < 6)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        PictureSize.Check(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]));
    }

    /// <summary>Copies compressed samples up to the next marker that is neither a stuffed byte nor a restart, and answers that marker.</summary>
    private static byte CopyScan(Stream file, Stream target)
    {
        while (true)
        {
            var value = Byte(file);
            if (value != Marker)
            {
                target.WriteByte(value);
                continue;
            }

            var code = Byte(file);
            while (code == Marker)
            {
                code = Byte(file);
            }

            if (code is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return code;
            }

            target.WriteByte(Marker);
            target.WriteByte(code);
        }
    }

    private static byte NextMarker(Stream file)
    {
        if (Byte(file) != Marker)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        var code = Byte(file);
        while (code == Marker)
        {
            code = Byte(file);
        }

        return code is 0 or Start or (>= 0xD0 and <= 0xD7) or 0x01 ? throw new FileRefusedException(Refusal.Damaged) : code;
    }

    private static byte[] Segment(Stream file)
    {
        var length = (Byte(file) << 8 | Byte(file)) - 2;
        if (length < 0)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        var content = new byte[length];
        return file.ReadAtLeast(content, length, throwOnEndOfStream: false) == length ? content : throw new FileRefusedException(Refusal.Damaged);
    }

    private static void Write(Stream target, byte code, ReadOnlySpan<byte> content)
    {
        var length = content.Length + 2;
        target.Write([Marker, code, (byte)(length >> 8), (byte)length]);
        target.Write(content);
    }

    private static byte Byte(Stream file) => file.ReadByte() is >= 0 and var value ? (byte)value : throw new FileRefusedException(Refusal.Damaged);
}
