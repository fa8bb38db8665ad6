namespace Platform.Participation.Demonstration;

/// <summary>Names the words of what is made up to show the platform: <c>DemonstrationTexts.ar.resx</c> and <c>DemonstrationTexts.fr.resx</c> beside this file.</summary>
internal sealed class DemonstrationTexts;
