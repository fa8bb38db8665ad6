namespace Platform.Participation.Decisions;

internal static class OutcomeColours
{
    /// <summary>The badge's; the word says it.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.TakenUp => "success",
        Outcome.TakenUpInPart => "info",
        Outcome.NotTakenUp => "danger",
        _ => "neutral",
    };
}
