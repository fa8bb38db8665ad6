using System.Buffers.Binary;
using Platform.Documents.FileTypes;

namespace Platform.Documents.Pictures;

/// <summary>How the samples of a PNG are laid out (ISO/IEC 15948, 11.2.2).</summary>
internal sealed record PngHeader(int Width, int Height, byte Depth, byte Colour, bool Interlaced)
{
    public const byte Grey = 0;
    public const byte Rgb = 2;
    public const byte Indexed = 3;
    public const byte GreyAlpha = 4;
    public const byte RgbAlpha = 6;
    public const int Length = 13;

    /// <summary>Column and row of the first pixel, and the steps between them, of the seven passes of Adam7.</summary>
    private static readonly PngPass[] Adam7 =
        [new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)];

    private static readonly PngPass[] Whole = [new(0, 0, 1, 1)];

    public int Channels => Colour switch
    {
        Rgb => 3,
        GreyAlpha => 2,
        RgbAlpha => 4,
        _ => 1,
    };

    public int BitsPerPixel => Channels * Depth;

    /// <summary>How far back a filter looks.</summary>
    public int FilterStep => Math.Max(1, BitsPerPixel / 8);

    public IReadOnlyList<PngPass> Passes => Interlaced ? Adam7 : Whole;

    public int RowBytes(int width) => (int)(((long)width * BitsPerPixel) + 7) / 8;

    /// <exception cref="FileRefusedException">It is no header, or of more pixels than are accepted.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var (depth, colour) = (data[8], data[9]);
        var layout = (colour, depth) is (Grey, 1 or 2 or 4 or 8 or 16) or (Indexed, 1 or 2 or 4 or 8) or (Rgb or GreyAlpha or RgbAlpha, 8 or 16);
        if (!layout || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        PictureSize.Check(width, height);
        return new((int)width, (int)height, depth, colour, data[12] == 1);
    }

    public byte[] Write()
    {
        var data = new byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(data, Width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), Height);
        (data[8], data[9], data[12]) = (Depth, Colour, (byte)(Interlaced ? 1 : 0));
        return data;
    }
}

/// <summary>Which pixels a pass holds.</summary>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY)
{
    public int Columns(PngHeader header) => header.Width <= X ? 0 : (header.Width - X + StepX - 1) / StepX;

    public int Rows(PngHeader header) => header.Height <= Y ? 0 : (header.Height - Y + StepY - 1) / StepY;
}
