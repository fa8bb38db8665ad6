namespace Platform.Commitments.Downloads;

/// <summary>Names the words of files: <c>DownloadTexts.ar.resx</c> and <c>DownloadTexts.fr.resx</c> beside this file.</summary>
internal sealed class DownloadTexts;
