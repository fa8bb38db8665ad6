namespace Platform.Documents.Pictures;

internal static class PngSamples
{
    /// <summary>The sample with this index in a row of samples of 1, 2, 4 or 8 bits; of 16 bits, the higher eight.</summary>
    public static int At(ReadOnlySpan<byte> row, int index, int depth)
    {
        if (depth == 16)
        {
            return row[index * 2];
        }

        if (depth == 8)
        {
            return row[index];
        }

        var perByte = 8 / depth;
        var shift = 8 - depth - (index % perByte * depth);
        return (row[index / perByte] >> shift) & ((1 << depth) - 1);
    }
}
