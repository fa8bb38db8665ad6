using System.Globalization;
using System.Resources;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Editing;
using Platform.Commitments.Sources;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Exchange;

/// <summary>Names the headings of files: <c>ProgrammeFileTexts.ar.resx</c> and <c>ProgrammeFileTexts.fr.resx</c> beside this file.</summary>
internal sealed class ProgrammeFileTexts;

/// <summary>The headings and words of exported files. What is written in either language is understood on import, whatever the language of the person.</summary>
internal static class PartHeadings
{
    private static readonly ResourceManager Headings = new(typeof(ProgrammeFileTexts));
    private static readonly ResourceManager Pages = new(typeof(OpennessTexts));
    private static readonly ResourceManager Forms = new(typeof(OpennessEditingTexts));

    public static string Of(PartColumn column, Language language)
    {
        var heading = Of(column.Field, language);
        return column.Language is { } other ? string.Format(CultureInfo.InvariantCulture, Text("In_" + other, language), heading) : heading;
    }

    public static string Of(PartField field, Language language) => Text(field.ToString(), language);

    /// <summary>Headings of columns that the platform fills of its own accord.</summary>
    public static IEnumerable<string> OfOwnAccord(Language language) => [Of(PartField.Recorded, language), PlanHeadings.OfDemonstration(language)];

    /// <summary>A cell as people read it: words in the language, documents by their titles, everything else as it is.</summary>
    public static string Shown(PartColumn column, string text, Language language, DocumentReferences documents) =>
        column.Field.IsSource() ? SourceNames.Shown(text, language)
        : column.Field.IsDocuments() ? documents.Shown(text, language)
        : column.Field.IsWord() && Words(column.Field).Contains(text) ? Word(column.Field, text, language)
        : text;

    /// <summary>The words that a field can be, as rows keep them.</summary>
    public static IReadOnlyList<string> Words(PartField field) => field switch
    {
        PartField.List => Of<StatementKind>(),
        PartField.Completion => Of<Completion>(),
        PartField.Precision => Of<DatePrecision>(),
        PartField.Group => Of<CommitteeGroup>(),
        PartField.Kept => [PartTexts.Yes, PartTexts.No],
        _ => [],
    };

    public static string Word(PartField field, string word, Language language) => field switch
    {
        PartField.List => In(Forms, "Statements" + Named<StatementKind>(word), language),
        PartField.Completion => In(Pages, "Completion_" + Named<Completion>(word), language),
        PartField.Precision => In(Forms, "Precision" + Named<DatePrecision>(word), language),
        PartField.Group => In(Pages, "Group_" + Named<CommitteeGroup>(word), language),
        _ => In(Pages, word == PartTexts.Yes ? "Milestone_Kept" : "Milestone_Missed", language),
    };

    public static string Text(string key, Language language) => In(Headings, key, language);

    private static string Named<T>(string word)
        where T : struct, Enum => MachineWord.TryRead<T>(word, out var known) ? known.ToString() : "";

    private static string[] Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(word => MachineWord.Of(word))];

    private static string In(ResourceManager texts, string key, Language language) => texts.GetString(key, language.Culture)!;
}
