using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.National.Reporting;

namespace Platform.National.FollowUp;

/// <summary>What staff asked of the list: filters, order, page.</summary>
internal sealed record FollowUpRequest(Period? Period, string Words, string? Region, string? Show, string Sort, bool Descending, int Page)
{
    public const int PageSize = 50;

    public const string Late = "late";
    public const string Name = "name";

    /// <summary>What can be shown alone.</summary>
    public static IReadOnlyList<string> Shown { get; } = ["attention", Late, "silent", "jobs", "mails"];

    public static IReadOnlyList<string> Columns { get; } = [Late, Name, "region", "reported", "reminders", "mails", "jobs"];

    /// <returns>Null where the query was refused.</returns>
    public static FollowUpRequest? Read(QueryReader query)
    {
        var (period, words, region, show) = (query.Period(), query.Search(), query.Region(), query.Choice("show", Shown));
        var sort = query.Sort(Columns);
        var descending = query.Descending() ?? sort is not (Name or "region" or "reported");
        var page = query.Page();
        return query.Understood(out _) ? new(period, words, region, show, sort, descending, page) : null;
    }

    /// <summary>The lines asked for, in the order asked for; equal ones by name.</summary>
    public IReadOnlyList<FollowUpLine> Of(IEnumerable<FollowUpLine> lines, Language language)
    {
        var words = Folding.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var chosen = lines
            .Where(line => Region is null || line.Listed.RegionCode == Region)
            .Where(line => Array.TrueForAll(words, NationalCommune.SearchTextOf(line.Listed.Commune).Contains))
            .Where(line => Show switch
            {
                Late => line.IsLate,
                "silent" => line.Silent,
                "jobs" => line.Failures is not null,
                "mails" => line.FailedMails > 0,
                "attention" => line.NeedsLook,
                _ => true,
            })
            .OrderBy(line => Folding.Fold(line.Listed.Commune.Name.In(language)), StringComparer.Ordinal);
        return Sort switch
        {
            Name => Descending ? [.. chosen.Reverse()] : [.. chosen],
            "region" => By(chosen, line => line.Listed.RegionCode),
            "reported" => By(chosen, line => line.LastReported?.Start ?? DateOnly.MinValue),
            "reminders" => By(chosen, line => line.Reminders),
            "mails" => By(chosen, line => line.FailedMails),
            "jobs" => By(chosen, line => line.Failures?.Count ?? 0),
            _ => By(chosen, line => line.DaysLate),
        };
    }

    private List<FollowUpLine> By<T>(IEnumerable<FollowUpLine> lines, Func<FollowUpLine, T> key) =>
        Descending ? [.. lines.OrderByDescending(key)] : [.. lines.OrderBy(key)];
}
