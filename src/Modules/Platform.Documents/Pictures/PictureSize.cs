using Platform.Documents.FileTypes;

namespace Platform.Documents.Pictures;

/// <summary>
/// How large a picture may unfold. A few kilobytes can claim more pixels than a machine has memory, so what a header claims is looked at before anything
/// is unpacked.
/// </summary>
internal static class PictureSize
{
    public const int LongestSide = 12_000;
    public const long MostPixels = 50_000_000;

    /// <exception cref="FileRefusedException">It has no pixels, or too many.</exception>
    public static void Check(long width, long height)
    {
        if (width < 1 || height < 1)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        if (width > LongestSide || height > LongestSide || width * height > MostPixels)
        {
            throw new FileRefusedException(Refusal.TooManyPixels);
        }
    }
}
