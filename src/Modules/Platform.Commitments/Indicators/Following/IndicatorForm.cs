using System.ComponentModel.DataAnnotations;
using Platform.Commitments.Indicators.Library;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Forms;

namespace Platform.Commitments.Indicators.Following;

/// <summary>An indicator as the form has it. What a library defines is not in the form of a standard indicator.</summary>
internal sealed class IndicatorForm
{
    private const double Most = 1_000_000_000_000;
    private const int FewestSteps = 2;

    public int Revision { get; set; }

    [Localized(Longest = 200)]
    public LocalizedInput Name { get; set; } = new();

    [Localized(Longest = 1000)]
    public LocalizedInput Definition { get; set; } = new();

    [Localized(Longest = 60)]
    public LocalizedInput Unit { get; set; } = new();

    /// <summary>Empty: entered by hand.</summary>
    [MaxLength(Indicator.MeasureLength)]
    public string? Measure { get; set; }

    public IndicatorKind Kind { get; set; }

    public Direction Direction { get; set; } = Direction.Up;

    public Periodicity Periodicity { get; set; }

    public PeriodBehaviour Behaviour { get; set; }

    /// <summary>One statement on each line, from the lowest step to the highest; Arabic and French have the same number of lines.</summary>
    [Localized(Longest = 2000)]
    public LocalizedInput Steps { get; set; } = new();

    [Range(-Most, Most)]
    public decimal? BaselineValue { get; set; }

    public DateOnly? BaselineOn { get; set; }

    [Range(-Most, Most)]
    public decimal? TargetValue { get; set; }

    public DateOnly? TargetDue { get; set; }

    [Localized(Longest = 1000)]
    public LocalizedInput TargetStatement { get; set; } = new();

    [Localized(Longest = 200)]
    public LocalizedInput Responsible { get; set; } = new();

    [MaxLength(Indicator.LinkLength)]
    public string? LinkedTo { get; set; }

    public bool SetAside { get; set; }

    public static IndicatorForm Of(Indicator indicator) => new()
    {
        Revision = indicator.Revision,
        Name = LocalizedInput.From(indicator.Name),
        Definition = LocalizedInput.From(indicator.Definition),
        Unit = LocalizedInput.From(indicator.Unit),
        Measure = indicator.MeasureKey,
        Kind = indicator.Kind,
        Direction = indicator.Direction,
        Periodicity = indicator.Periodicity,
        Behaviour = indicator.Behaviour,
        Steps = new()
        {
            Ar = string.Join('\n', indicator.Scale.Select(step => step.Statement.Ar)),
            Fr = string.Join('\n', indicator.Scale.Select(step => step.Statement.Fr ?? "")).Trim('\n'),
        },
        BaselineValue = indicator.Baseline?.Value,
        BaselineOn = indicator.Baseline?.On,
        TargetValue = indicator.Target?.Value,
        TargetDue = indicator.Target?.Due,
        TargetStatement = LocalizedInput.From(indicator.Target?.Statement),
        Responsible = LocalizedInput.From(indicator.Responsible),
        LinkedTo = indicator.LinkedTo,
        SetAside = indicator.SetAside,
    };

    public Target? Target => TargetValue is { } value ? new(value, TargetDue, TargetStatement.ToText()) : null;

    public Baseline? Baseline => BaselineValue is { } value && BaselineOn is { } on ? new(value, on) : null;

    /// <summary>What is wrong with the aims, by field.</summary>
    public IEnumerable<(string Field, string Text)> WrongAims()
    {
        if (BaselineValue is null != BaselineOn is null)
        {
            yield return (BaselineValue is null ? nameof(BaselineValue) : nameof(BaselineOn), "BaselineHalf");
        }

        if (TargetValue is null && (TargetDue is not null || !TargetStatement.IsEmpty))
        {
            yield return (nameof(TargetValue), "TargetHalf");
        }

        if (TargetDue is { } due && BaselineOn is { } on && due <= on)
        {
            yield return (nameof(TargetDue), "TargetBeforeBaseline");
        }

        if (LinkedTo is { } link && !IndicatorLink.IsValid(link))
        {
            yield return (nameof(LinkedTo), "LinkUnknown");
        }
    }

    /// <summary>What is wrong with the definition of a commune's own indicator, by field.</summary>
    /// <param name="measures">Those that rooms publish.</param>
    public IEnumerable<(string Field, string Text)> WrongDefinition(IReadOnlyDictionary<string, MeasureDefinition> measures)
    {
        if (Name.IsEmpty)
        {
            yield return (nameof(Name) + ".Ar", "ValidationArabicNeeded");
        }

        if (Definition.IsEmpty)
        {
            yield return (nameof(Definition) + ".Ar", "ValidationArabicNeeded");
        }

        if (Measure is not null && !measures.ContainsKey(Measure))
        {
            yield return (nameof(Measure), "MeasureUnknown");
        }

        if (Measure is null && Kind == IndicatorKind.Scale)
        {
            var (arabic, french) = (Lines(Steps.Ar), Lines(Steps.Fr));
            if (arabic.Count < FewestSteps || (french.Count > 0 && french.Count != arabic.Count))
            {
                yield return (nameof(Steps) + ".Ar", "StepsWrong");
            }
        }
    }

    /// <summary>The definition; what a measure decides is the measure's.</summary>
    public IndicatorDefinition ToDefinition(string code, IReadOnlyDictionary<string, MeasureDefinition> measures)
    {
        var measure = Measure is { } key ? measures[key] : null;
        var kind = measure is null ? Kind : PublishedMeasures.KindOf(measure);
        var behaviour = measure?.Behaviour ?? (kind == IndicatorKind.Scale ? PeriodBehaviour.Stock : Behaviour);
        var (arabic, french) = (Lines(Steps.Ar), Lines(Steps.Fr));
        return new(
            code, Name.ToText()!, Definition.ToText()!, Unit.ToText() ?? (kind == IndicatorKind.Percentage ? new("%") : new("–")), kind, Direction, Periodicity, behaviour,
            DeriveRules.For(kind, behaviour), RollUp.None, null, Measure,
            kind == IndicatorKind.Scale ? [.. arabic.Select((line, at) => new ScaleStep(at + 1, new(line, french.ElementAtOrDefault(at))))] : [],
            [], 0);
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
