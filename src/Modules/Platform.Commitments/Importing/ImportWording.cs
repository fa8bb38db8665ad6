using Microsoft.Extensions.Localization;

namespace Platform.Commitments.Importing;

/// <summary>Names the words that all imports share: <c>ImportingTexts.ar.resx</c> and <c>ImportingTexts.fr.resx</c> beside this file.</summary>
internal sealed class ImportingTexts;

/// <summary>The words of one import, and where it has none of its own those that all share.</summary>
internal sealed class ImportWording(IStringLocalizer own, IStringLocalizer<ImportingTexts> shared)
{
    public string this[string key, params object[] values] => In(own, key, values) is { ResourceNotFound: false } text ? text : In(shared, key, values);

    /// <summary>A sentence in the person's language: which rule, and what to do.</summary>
    public string Say(RowProblem problem) => this["Problem" + problem.Rule, [.. problem.Values.Cast<object>()]];

    public string Say(ImportNote note) => this["Note" + note.Kind, note.Value];

    private static LocalizedString In(IStringLocalizer texts, string key, object[] values) => values.Length == 0 ? texts[key] : texts[key, values];
}
