using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>What a reader chose to see of the plan, as the address carries it: <c>?axis=2&amp;priority=1&amp;origin=commune&amp;status=late&amp;q=…</c>.</summary>
internal sealed record PlanFilter
{
    public const int LongestSearch = 100;
    public const string NoPriority = "none";
    public const string Late = "late";

    public static PlanFilter Everything { get; } = new();

    /// <summary>Number of an axis.</summary>
    public int? Axis { get; private init; }

    /// <summary>1 to 3, or <see cref="NoPriority"/>.</summary>
    public string? Priority { get; private init; }

    public ActivityOrigin? Origin { get; private init; }

    /// <summary>A status in the words of addresses, or <see cref="Late"/>.</summary>
    public string? Status { get; private init; }

    /// <summary>As the reader typed it.</summary>
    public string Search { get; private init; } = "";

    public bool IsEmpty => this == Everything;

    /// <summary>The statuses that can be chosen, in order.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<ActivityStatus>().Select(MachineWord.Of), Late];

    /// <returns>False where a value is malformed. An empty value is none.</returns>
    public static bool TryRead(IQueryCollection query, out PlanFilter filter)
    {
        filter = Everything;
        if (!TrySingle(query["axis"], out var axis) || !TrySingle(query["priority"], out var priority) || !TrySingle(query["origin"], out var origin)
            || !TrySingle(query["status"], out var status) || !TrySingle(query["q"], out var search))
        {
            return false;
        }

        var number = 0;
        ActivityOrigin from = default;
        if ((axis is not null && !int.TryParse(axis, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            || priority is not (null or "1" or "2" or "3" or NoPriority)
            || (origin is not null && !MachineWord.TryRead(origin, out from))
            || (status is not null && !Statuses.Contains(status))
            || search?.Length > LongestSearch)
        {
            return false;
        }

        filter = new()
        {
            Axis = axis is null ? null : number,
            Priority = priority,
            Origin = origin is null ? null : from,
            Status = status,
            Search = search?.Trim() ?? "",
        };
        return true;
    }

    /// <summary>The axes with those of their activities that are meant; while anything is chosen, axes without any are left out.</summary>
    public IReadOnlyList<PlanAxis> Apply(IReadOnlyList<PlanAxis> axes)
    {
        if (IsEmpty)
        {
            return axes;
        }

        var words = Folding.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. axes.Where(axis => Axis is null || axis.Number == Axis)
                .Select(axis => axis with { Activities = [.. axis.Activities.Where(activity => Means(activity, words))] })
                .Where(axis => axis.Activities.Count > 0),
        ];
    }

    private bool Means(PlanActivity activity, string[] words) =>
        (Priority is null || Priority == (activity.Priority?.ToString(CultureInfo.InvariantCulture) ?? NoPriority))
        && (Origin is null || Origin == activity.Origin)
        && (Status is null || (Status == Late ? activity.IsLate : Status == MachineWord.Of(activity.Status)))
        && (words.Length == 0
            || Array.TrueForAll(words, word => activity.SearchText.Contains(word, StringComparison.Ordinal))
            || activity.Reference == Search);

    private static bool TrySingle(StringValues values, out string? value)
    {
        value = values.Count == 1 && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;
        return values.Count <= 1;
    }
}
