namespace Platform.Participation.Questions;

/// <summary>Names the texts of questions: <c>QuestionsTexts.ar.resx</c> and <c>QuestionsTexts.fr.resx</c> beside this file.</summary>
internal sealed class QuestionsTexts;
