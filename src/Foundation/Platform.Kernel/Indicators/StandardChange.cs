using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Kernel.Indicators;

/// <summary>An indicator that DGCT added to the library after the platform came: every commune has it from its first month on.</summary>
/// <param name="Measure">The measure that counts it; none where communes enter its values.</param>
/// <param name="Steps">Of a scale: what each step states, from the lowest.</param>
public sealed record StandardAddition(
    StandardIndicator Indicator, Period From, PeriodBehaviour Behaviour, string? Measure, IReadOnlyList<LocalizedText> Steps, LocalizedText Reason, DateTime PublishedAt);

/// <summary>An indicator that leaves the library: from this month on no figure of it is taken or asked for. Those taken stay.</summary>
/// <param name="ReplacedBy">The code of the one that is counted in its place, where there is one.</param>
public sealed record StandardWithdrawal(string Code, Period From, string? ReplacedBy, LocalizedText Reason, DateTime PublishedAt);

/// <summary>What DGCT added to the library and took from it.</summary>
public sealed record LibraryChanges(IReadOnlyList<StandardAddition> Added, IReadOnlyList<StandardWithdrawal> Withdrawn)
{
    public static LibraryChanges None { get; } = new([], []);

    /// <summary>Whether an indicator belongs to the library in a period: that of its first day decides.</summary>
    public bool Holds(string code, Period period) =>
        !Added.Any(one => one.Indicator.Code == code && one.From.Start > period.End)
        && !Withdrawn.Any(one => one.Code == code && one.From.Start <= period.Start);
}

/// <summary>The changes that were published, kept in the national database. Read from memory: they change a few times a year.</summary>
public interface ILibraryChanges
{
    LibraryChanges Now { get; }
}

/// <summary>A measure that a standard indicator can be counted by.</summary>
/// <param name="Name">What it counts, in words.</param>
public sealed record StandardMeasure(string Key, LocalizedText Name, IndicatorKind Kind, PeriodBehaviour Behaviour);

/// <summary>What the rooms of this platform can count, for who defines indicators nationally.</summary>
public interface IStandardMeasures
{
    ValueTask<IReadOnlyList<StandardMeasure>> AllAsync(CancellationToken cancellation);
}
