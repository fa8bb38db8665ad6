using Platform.Documents.FileTypes;

namespace Platform.Documents.Pictures;

/// <summary>The filters of PNG rows (ISO/IEC 15948, 9.2).</summary>
internal static class PngFilter
{
    public const byte None = 0;
    public const byte Paeth = 4;

    public static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        switch (filter)
        {
            case None:
                break;
            case 1:
                for (var i = step; i < row.Length; i++)
                {
                    row[i] += row[i - step];
                }

                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += above[i];
                }

                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += (byte)(((i < step ? 0 : row[i - step]) + above[i]) / 2);
                }

                break;
            case Paeth:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += i < step ? above[i] : Predict(row[i - step], above[i], above[i - step]);
                }

                break;
            default:
                throw new FileRefusedException(Refusal.Damaged);
        }
    }

    public static void DoPaeth(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> filtered, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            filtered[i] = (byte)(row[i] - (i < step ? above[i] : Predict(row[i - step], above[i], above[i - step])));
        }
    }

    private static byte Predict(int before, int above, int corner)
    {
        var estimate = before + above - corner;
        var (a, b, c) = (Math.Abs(estimate - before), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return (byte)(a <= b && a <= c ? before : b <= c ? above : corner);
    }
}
