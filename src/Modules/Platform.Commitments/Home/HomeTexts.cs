namespace Platform.Commitments.Home;

/// <summary>Names the texts of a commune's home page: <c>HomeTexts.ar.resx</c> and <c>HomeTexts.fr.resx</c> beside this file.</summary>
internal sealed class HomeTexts;
