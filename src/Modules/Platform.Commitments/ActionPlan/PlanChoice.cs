using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Platform.Commitments.ActionPlan;

/// <summary>Which plan an address means: <c>?plan=1</c>, or without it the one of today.</summary>
internal sealed record PlanChoice(int? Number)
{
    private const string Key = "plan";

    /// <summary>What a link to the same plan carries.</summary>
    public string Query => Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"?{Key}={number}") : "";

    /// <returns>None where the value is malformed.</returns>
    public static PlanChoice? Of(IQueryCollection query)
    {
        var values = query[Key];
        return values.Count switch
        {
            0 => new((int?)null),
            1 when int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => new(number),
            _ => null,
        };
    }
}
