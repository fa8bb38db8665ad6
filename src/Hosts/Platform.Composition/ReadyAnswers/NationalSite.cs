namespace Platform.Composition.ReadyAnswers;

/// <summary>Set on a request of the national site that was answered before its scope was made.</summary>
internal sealed class NationalSite
{
    public static NationalSite Instance { get; } = new();
}
