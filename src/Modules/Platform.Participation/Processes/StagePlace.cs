namespace Platform.Participation.Processes;

/// <summary>Where a stage stands on a day.</summary>
internal enum StagePlace
{
    /// <summary>Its days are not decided.</summary>
    Undated,
    ToCome,
    Now,
    Over,
}

internal static class StagePlaces
{
    public static StagePlace PlaceOn(this ProcessStage stage, DateOnly day) =>
        stage.To < day ? StagePlace.Over
        : stage.IsOn(day) ? StagePlace.Now
        : stage.From is null && stage.To is null ? StagePlace.Undated
        : StagePlace.ToCome;
}
