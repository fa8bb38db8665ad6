namespace Platform.National.Intake;

/// <summary>The stages of a charter, a plan or a programme, as communes report them.</summary>
internal static class Stages
{
    public const string None = "none";
    public const string Draft = "draft";
    public const string InForce = "in-force";
}
