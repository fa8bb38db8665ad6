using System.Text.RegularExpressions;

namespace Platform.Commitments.Indicators;

/// <summary>The part of a commune's commitments that an indicator follows, for grouping.</summary>
internal enum LinkKind
{
    Charter,
    Plan,
    Openness,
    Other,
}

/// <summary>What an indicator follows: <c>charter</c>, <c>plan</c>, <c>axis:2</c>, <c>activity:2.1</c>, <c>openness</c>, <c>project:68</c>.</summary>
internal static partial class IndicatorLink
{
    public const string Charter = "charter";
    public const string Plan = "plan";
    public const string Openness = "openness";

    public static bool IsValid(string link) => Known().IsMatch(link);

    public static LinkKind KindOf(string? link) => link?.Split(':')[0] switch
    {
        Charter => LinkKind.Charter,
        Plan or "axis" or "activity" => LinkKind.Plan,
        Openness or "project" => LinkKind.Openness,
        _ => LinkKind.Other,
    };

    /// <summary>The number after the colon, where there is one: <c>2.1</c>.</summary>
    public static string? NumberOf(string link) => link.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? link[(at + 1)..] : null;

    /// <summary>The page of what it follows, from the language's root.</summary>
    public static string PathOf(string link) => (link.Split(':')[0], NumberOf(link)) switch
    {
        (Charter, _) => "/charter",
        ("axis", { } number) => "/action-plan#axis-" + number,
        ("activity", { } number) => "/action-plan/activities/" + number,
        ("project", { } number) => "/openness/projects/" + number,
        (Openness, _) => "/openness",
        _ => "/action-plan",
    };

    /// <summary>What a measure's own indicator follows where no document says otherwise: a room names its measures after what it keeps.</summary>
    public static string? OfMeasure(string? measure) => measure?.Split('.')[0] switch
    {
        "charter" => Charter,
        "action-plan" => Plan,
        "openness" => Openness,
        _ => null,
    };

    [GeneratedRegex(@"^(charter|plan|openness|axis:[0-9]{1,3}|activity:[0-9]{1,3}\.[0-9]{1,3}|project:[0-9]{1,4})$")]
    private static partial Regex Known();
}
