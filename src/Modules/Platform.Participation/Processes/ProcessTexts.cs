namespace Platform.Participation.Processes;

/// <summary>Names the texts of participatory processes: <c>ProcessTexts.ar.resx</c> and <c>ProcessTexts.fr.resx</c> beside this file.</summary>
internal sealed class ProcessTexts;
