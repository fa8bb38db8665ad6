namespace Platform.Participation.Processes.Editing;

/// <summary>Names the texts of the workspace of participatory processes: <c>ProcessEditingTexts.ar.resx</c> and <c>ProcessEditingTexts.fr.resx</c> beside this file.</summary>
internal sealed class ProcessEditingTexts;
