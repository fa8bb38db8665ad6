namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>Names the texts of the workspace of the openness programme: the <c>.resx</c> files beside this one.</summary>
internal sealed class OpennessEditingTexts;
