namespace Platform.Participation.Contributions;

/// <summary>Names the texts of answering: <c>ContributionsTexts.ar.resx</c> and <c>ContributionsTexts.fr.resx</c> beside this file.</summary>
internal sealed class ContributionsTexts;
