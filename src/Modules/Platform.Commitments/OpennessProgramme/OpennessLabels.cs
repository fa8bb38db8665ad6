namespace Platform.Commitments.OpennessProgramme;

/// <summary>Which colour stands for what.</summary>
internal static class OpennessLabels
{
    /// <summary>The kind of badge.</summary>
    public static string Kind(Completion completion) => completion switch
    {
        Completion.Complete => "success",
        Completion.Substantial => "info",
        Completion.Limited => "warning",
        _ => "neutral",
    };
}
