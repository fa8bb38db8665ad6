namespace Platform.Participation.Processes.Templates;

/// <summary>Names the words of the templates that processes begin with: <c>TemplateTexts.ar.resx</c> and <c>TemplateTexts.fr.resx</c> beside this file.</summary>
internal sealed class TemplateTexts;
