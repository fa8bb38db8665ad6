namespace Platform.National.Comparison;

/// <summary>What the database has added up over the communes of a region that reported a figure: enough for every rule of roll-up.</summary>
/// <param name="Communes">Communes with a value.</param>
/// <param name="Values">Sum of the values.</param>
/// <param name="WeighedValues">Sum of value × population.</param>
/// <param name="Population">Population of the communes with a value.</param>
/// <param name="Numerators">Sum of the numerators of those that gave numerator and denominator.</param>
/// <param name="Denominators">Sum of the denominators of the same.</param>
/// <param name="Demonstrations">How many of them are demonstration data.</param>
internal sealed record RegionSums(
    int Communes, decimal Values, decimal WeighedValues, decimal Population, decimal Numerators, decimal Denominators, int Demonstrations)
{
    public static RegionSums Zero { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public static RegionSums operator +(RegionSums one, RegionSums other) => new(
        one.Communes + other.Communes,
        one.Values + other.Values,
        one.WeighedValues + other.WeighedValues,
        one.Population + other.Population,
        one.Numerators + other.Numerators,
        one.Denominators + other.Denominators,
        one.Demonstrations + other.Demonstrations);
}
