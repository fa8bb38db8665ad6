namespace Platform.Ui.Office;

/// <summary>Names the texts about files that are not read: <c>OfficeTexts.ar.resx</c> and <c>OfficeTexts.fr.resx</c> beside this file.</summary>
public sealed class OfficeTexts;
