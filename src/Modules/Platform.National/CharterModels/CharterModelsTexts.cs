namespace Platform.National.CharterModels;

/// <summary>Texts of DGCT's desk for the model charter.</summary>
internal sealed class CharterModelsTexts;
