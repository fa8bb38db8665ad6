namespace Platform.Communes.Mirrors;

/// <summary>Names the words beside this file.</summary>
internal sealed class MirrorTexts;
