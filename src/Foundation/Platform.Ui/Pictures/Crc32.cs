namespace Platform.Ui.Pictures;

/// <summary>The check sum of PNG chunks (ISO/IEC 15948, annex D).</summary>
public struct Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(number => Entry((uint)number))];

    private uint inverted;

    public readonly uint Value => ~inverted;

    public static Crc32 Start() => new() { inverted = uint.MaxValue };

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            inverted = Table[(byte)(inverted ^ value)] ^ (inverted >> 8);
        }
    }

    private static uint Entry(uint number)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            number = (number & 1) == 0 ? number >> 1 : 0xEDB88320 ^ (number >> 1);
        }

        return number;
    }
}
