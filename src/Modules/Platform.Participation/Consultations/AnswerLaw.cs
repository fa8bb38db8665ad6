using Platform.Kernel.Law;

namespace Platform.Participation.Consultations;

/// <summary>Within what time remarks have to be answered, as DGCT keeps it: which rule it is stands here, its figure, day and source do not.</summary>
internal sealed class AnswerLaw(ILegalRules rules)
{
    public const string Code = "remark-answer";

    /// <summary>What holds for a consultation that closes on this day; none where no rule says so.</summary>
    public Task<LegalRule?> OfAsync(DateOnly closing, CancellationToken cancellation) => rules.AsOfAsync(Code, closing, cancellation);

    /// <summary>The last day for answers. Working days leave out Saturdays and Sundays alone: a holiday more would only give more time.</summary>
    /// <returns>None where the rule counts something that is no time.</returns>
    public static DateOnly? LastDay(LegalRule rule, DateOnly closing) => rule.Unit switch
    {
        RuleUnit.Days => closing.AddDays(rule.Value),
        RuleUnit.Months => closing.AddMonths(rule.Value),
        RuleUnit.Years => closing.AddYears(rule.Value),
        RuleUnit.WorkingDays => AfterWorkingDays(closing, rule.Value),
        _ => null,
    };

    private static DateOnly AfterWorkingDays(DateOnly day, int left)
    {
        while (left > 0)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
