namespace Platform.Ui;

/// <summary>Names the texts that every room shares: <c>CommonTexts.ar.resx</c> and <c>CommonTexts.fr.resx</c> beside this file.</summary>
public sealed class CommonTexts;
