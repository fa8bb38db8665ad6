namespace Platform.Commitments.Editing;

/// <summary>Words that the forms of the plan and of the openness programme share.</summary>
internal sealed class EditingTexts;
