namespace Platform.Kernel.Measures;

/// <summary>What every engine keeps of a figure, to the last digit: four decimals, and fewer than fourteen digits before them.</summary>
public static class StoredNumber
{
    public const int Decimals = 4;
    public const decimal Most = 10_000_000_000_000;

    /// <summary>False where a database would round it, or refuse it.</summary>
    public static bool Fits(decimal number) => number is >= -Most and <= Most && decimal.Round(number, Decimals) == number;

    public static bool Fits(decimal? number) => number is not { } known || Fits(known);
}
