using Microsoft.Extensions.Localization;
using Platform.Kernel.Indicators;
using Platform.National.Intake;
using Platform.Ui;

namespace Platform.National.Comparison;

/// <summary>How codes that communes report are said to readers, in the language of the request.</summary>
internal sealed class Words(IStringLocalizer<ComparisonTexts> texts, IStringLocalizer<CommonTexts> common)
{
    public string Region(string code) => texts["Region" + code];

    public string Programme(string code) => common.Programme(code);

    /// <param name="stage">One of <see cref="Stages"/>, none where nothing was reported.</param>
    public string Stage(string? stage) => stage is not null && texts["Stage_" + stage] is { ResourceNotFound: false } text ? text.Value : texts["StageUnknown"];

    public static string StageBadge(string? stage) => stage switch
    {
        Stages.InForce => "success",
        Stages.Draft => "info",
        _ => "neutral",
    };

    /// <param name="track">on-track, at-risk or off-track.</param>
    public string Track(string track) => texts["Track_" + track] is { ResourceNotFound: false } text ? text.Value : track;

    public static string TrackBadge(string track) => track switch
    {
        "on-track" => "success",
        "at-risk" => "warning",
        "off-track" => "danger",
        _ => "neutral",
    };

    public string RollUpRule(StandardIndicator indicator) => texts[RollUpRules.TextKey(indicator.RollUp)];

    public static string Figure(StandardIndicator indicator, decimal? value) =>
        indicator.Kind == IndicatorKind.Percentage ? Formats.Percent(value) : Formats.Number(value);
}
