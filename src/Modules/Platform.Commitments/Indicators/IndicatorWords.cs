using Microsoft.Extensions.Localization;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Indicators;

/// <summary>How figures and judgements are said to readers, the same on every page.</summary>
internal static class IndicatorWords
{
    /// <summary>A value without its unit, percentages with their sign; a dash where there is none.</summary>
    public static string Value(this Indicator indicator, decimal? value) => indicator.Kind switch
    {
        IndicatorKind.Percentage => Formats.Percent(value),
        IndicatorKind.Scale when value is { } step => $"{Formats.Number(step)} / {Formats.Number(indicator.Scale[^1].Value)}",
        _ => Formats.Number(value),
    };

    /// <summary>What one is, where the value does not say it itself.</summary>
    public static LocalizedText? ShownUnit(this Indicator indicator) =>
        indicator.Kind is IndicatorKind.Percentage or IndicatorKind.Scale || indicator.Unit.Ar == "%" ? null : indicator.Unit;

    public static string BadgeOf(TrackResult track) => track.Track switch
    {
        Track.OnTrack => "success",
        Track.AtRisk => "warning",
        _ => "danger",
    };

    /// <summary>The judgement in a word or two.</summary>
    public static string TrackWord(this IStringLocalizer texts, TrackResult track) => texts[
        track.Reached ? "TrackReached" : track.PastDue ? "TrackMissed" : "Track" + track.Track];

    /// <summary>The judgement with its figures, so that a reader can do the sum again.</summary>
    public static string TrackReason(this IStringLocalizer texts, Indicator indicator, TrackResult track)
    {
        var (value, asOf) = (indicator.Value(track.Value), Formats.Date(track.AsOf));
        if (track.Reached)
        {
            return texts["ReasonReached", value, indicator.Value(indicator.Target!.Value), asOf];
        }

        return track.PastDue
            ? texts["ReasonMissed", value, indicator.Value(indicator.Target!.Value), Formats.Date(indicator.Target.Due)]
            : texts[
                "ReasonExpected", value, indicator.Value(track.Expected), asOf, indicator.Value(track.Start.Value), Formats.Date(track.Start.On),
                indicator.Value(indicator.Target!.Value), Formats.Date(indicator.Target.Due)];
    }

    /// <summary>The rule with its numbers.</summary>
    public static string TrackRuleText(this IStringLocalizer texts, Indicator indicator)
    {
        var rules = IndicatorRules.Of(indicator);
        return string.Join(
            ' ',
            new[]
            {
                texts["Rule", Formats.Percent(TrackRule.OnTrackFrom * 100), Formats.Percent(TrackRule.AtRiskFrom * 100)].Value,
                rules.Accumulates ? texts["RuleAccumulates"].Value : "",
                indicator.Baseline is null ? texts[indicator.Direction == Direction.Down ? "RuleNoBaselineDown" : "RuleNoBaseline"].Value : "",
                indicator.Target?.Due is null ? texts["RuleNoDue"].Value : "",
            }.Where(text => text.Length > 0));
    }

    /// <summary>A trend of every period from the first to the last, gaps included.</summary>
    public static TrendChart ChartOf(this IStringLocalizer texts, IndicatorSheet sheet, int longest)
    {
        var points = new List<TrendPoint>();
        if (sheet.Trend.Count > 0)
        {
            for (var period = sheet.Trend[0].Period; period <= sheet.Trend[^1].Period; period = period.Next())
            {
                points.Add(new(Formats.ShortPeriod(period), sheet.Parts.GetValueOrDefault(period)?.Value));
            }
        }

        var indicator = sheet.Indicator;
        return new(
            texts["TrendOf", indicator.Name.In(Languages.Current)],
            indicator.Kind == IndicatorKind.Percentage ? "%" : indicator.Unit.In(Languages.Current),
            points.Count > longest ? points[^longest..] : points,
            IndicatorRules.Of(indicator).Accumulates ? null : indicator.Target?.Value,
            indicator.Target?.Due is { } due ? texts["TargetBy", Formats.Date(due)].Value : null);
    }

    /// <summary>How many periods a chart shows.</summary>
    public static int ChartLength(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => 24,
        Periodicity.Quarterly => 12,
        _ => 10,
    };

    /// <summary>The numbers that a sparkline draws, and what it says to those who do not see it.</summary>
    public static (IReadOnlyList<decimal?> Points, string Label) Sparkline(this IStringLocalizer texts, ListedIndicator listed)
    {
        var points = new List<decimal?>();
        if (listed.Parts.Count < 2)
        {
            return (points, "");
        }

        var known = listed.Parts.ToDictionary(part => part.Period);
        var from = listed.Parts[Math.Max(0, listed.Parts.Count - 13)].Period;
        for (var period = from; period <= listed.Parts[^1].Period; period = period.Next())
        {
            points.Add(known.GetValueOrDefault(period)?.Value);
        }

        return (points, texts[
            "SparklineOf", Formats.Period(from), listed.Indicator.Value(known[from].Value), Formats.Period(listed.Latest!.Period),
            listed.Indicator.Value(listed.Latest.Value)]);
    }

    /// <summary>The statement of the step that a value of a scale has reached.</summary>
    public static ScaleStep? StepOf(this Indicator indicator, decimal? value) =>
        value is { } known ? indicator.Scale.LastOrDefault(step => step.Value <= Math.Round(known, MidpointRounding.AwayFromZero)) : null;

    /// <summary>Why a figure was corrected, and by whom: as a person wrote it, or what the platform did by itself in the reader's language.</summary>
    public static (string Reason, string Author) CorrectionOf(this IStringLocalizer texts, IndicatorSnapshot snapshot) =>
        snapshot is { Author: IndicatorSnapshot.Platform, Reason: IndicatorSnapshot.DemonstrationReason }
            ? (texts["DemonstrationSource"], texts["DemonstrationAuthor"])
            : (snapshot.Reason ?? "", snapshot.Author ?? "");

    /// <summary>The word of a row's state, as the room that owns the row calls it; its code where there is no word.</summary>
    public static string StateWord(this IStringLocalizer texts, string? state)
    {
        if (state is null)
        {
            return "";
        }

        var word = texts["State_" + state];
        return word.ResourceNotFound ? state : word.Value;
    }

    /// <summary>What the states of a figure's rows tell: the kind of a signatory, the rung of a process; their state where the measure has no word of its own.</summary>
    public static string StateColumn(this IStringLocalizer texts, string? measure)
    {
        var word = texts["ColumnState_" + measure];
        return word.ResourceNotFound ? texts["ColumnState"].Value : word.Value;
    }

    /// <summary>What a row is, in the reader's language: a part of a longer period is named as periods are.</summary>
    public static LocalizedText LabelOf(Platform.Kernel.Measures.MeasureRow row) =>
        PeriodOf(row) is { } period ? new LocalizedText(Formats.Period(period), Formats.Period(period)) : row.Label;

    public static Period? PeriodOf(Platform.Kernel.Measures.MeasureRow row) =>
        row.Key.StartsWith("period:", StringComparison.Ordinal) && Period.TryParse(row.Key["period:".Length..], out var period) ? period : null;
}
