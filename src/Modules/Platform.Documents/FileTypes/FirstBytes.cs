using System.Buffers.Binary;

namespace Platform.Documents.FileTypes;

/// <summary>What the first bytes of a file say. Names and declared types say nothing: anyone can write them.</summary>
internal static class FirstBytes
{
    /// <summary>As many as are looked at.</summary>
    public const int Needed = 4096;

    private static readonly byte[][] Programs =
    [
        "MZ"u8.ToArray(),
        [0x7F, (byte)'E', (byte)'L', (byte)'F'],
        [0xCF, 0xFA, 0xED, 0xFE],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xFE, 0xED, 0xFA, 0xCF],
        [0xFE, 0xED, 0xFA, 0xCE],
        [0xCA, 0xFE, 0xBA, 0xBE],
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
        "dex\n"u8.ToArray(),
        "\0asm"u8.ToArray(),
        "ITSF"u8.ToArray(),
    ];

    private static readonly byte[][] Archives =
    [
        "Rar!"u8.ToArray(),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C],
        [0x1F, 0x8B],
        "BZh"u8.ToArray(),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'],
        "MSCF"u8.ToArray(),
        [0x28, 0xB5, 0x2F, 0xFD],
    ];

    private static readonly byte[][] OtherPictures =
    [
        "GIF8"u8.ToArray(),
        "BM"u8.ToArray(),
        [(byte)'I', (byte)'I', 0x2A, 0x00],
        [(byte)'M', (byte)'M', 0x00, 0x2A],
        [0x00, 0x00, 0x01, 0x00],
        "8BPS"u8.ToArray(),
    ];

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The format, or null where only the whole file can tell: <paramref name="container"/> says whether it is a zip or perhaps text.</summary>
    /// <exception cref="FileRefusedException">The first bytes are of something that is not accepted.</exception>
    public static FileFormat? Tell(ReadOnlySpan<byte> head, out Container container)
    {
        container = Container.None;
        if (head.IsEmpty)
        {
            throw new FileRefusedException(Refusal.Empty);
        }

        RefuseIf(head, Programs, Refusal.Program);
        RefuseIf(head, Archives, Refusal.Archive);
        if (head.StartsWith(OldOffice))
        {
            throw new FileRefusedException(Refusal.OldOffice);
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            container = Container.Zip;
            return null;
        }

        if (Signed(head) is { } format)
        {
            return format;
        }

        RefuseIf(head, OtherPictures, Refusal.PictureFormat);
        container = Container.Text;
        return null;
    }

    private static FileFormat? Signed(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return FileFormat.Pdf;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return FileFormat.Png;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return FileFormat.Jpeg;
        }

        if (head.StartsWith("OggS"u8))
        {
            return FileFormat.Ogg;
        }

        if (head.StartsWith("RIFF"u8) && head.Length >= 12)
        {
            return head[8..12].SequenceEqual("WAVE"u8) ? FileFormat.Wav
                : head[8..12].SequenceEqual("WEBP"u8) ? throw new FileRefusedException(Refusal.PictureFormat)
                : throw new FileRefusedException(Refusal.Unknown);
        }

        if (head.StartsWith("ID3"u8) || IsMp3Frame(head))
        {
            return FileFormat.Mp3;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
        {
            // The type of document stands in the header, which is short.
            return head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) > 0 ? FileFormat.Webm : throw new FileRefusedException(Refusal.Unknown);
        }

        return head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? OfBrand(head[8..12]) : null;
    }

    private static FileFormat OfBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8))
        {
            return FileFormat.M4a;
        }

        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("avif"u8))
        {
            throw new FileRefusedException(Refusal.PictureFormat);
        }

        var video = brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc"u8) || brand.StartsWith("M4V"u8)
            || brand.StartsWith("3gp"u8) || brand.StartsWith("MSNV"u8) || brand.StartsWith("dash"u8) || brand.StartsWith("qt"u8);
        return video ? FileFormat.Mp4 : throw new FileRefusedException(Refusal.Unknown);
    }

    /// <summary>MPEG audio, layer III, with a bit rate and a sampling rate that exist.</summary>
    private static bool IsMp3Frame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
        {
            return false;
        }

        var frame = BinaryPrimitives.ReadUInt32BigEndian(head);
        var (version, layer, rate, sampling) = ((frame >> 19) & 3, (frame >> 17) & 3, (frame >> 12) & 15, (frame >> 10) & 3);
        return frame >> 21 == 0x7FF && version != 1 && layer == 1 && rate is not (0 or 15) && sampling != 3;
    }

    private static void RefuseIf(ReadOnlySpan<byte> head, byte[][] signatures, Refusal refusal)
    {
        foreach (var signature in signatures)
        {
            if (head.StartsWith(signature))
            {
                throw new FileRefusedException(refusal);
            }
        }
    }
}

/// <summary>What has to be looked into whole.</summary>
internal enum Container
{
    None,
    Zip,
    Text,
}
