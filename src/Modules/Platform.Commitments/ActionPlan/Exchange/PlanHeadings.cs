using System.Globalization;
using System.Resources;
using Platform.Commitments.Importing;
using Platform.Commitments.Sources;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>The headings and words of exported files. What is written in either language is understood on import, whatever the language of the person.</summary>
internal static class PlanHeadings
{
    private static readonly ResourceManager Headings = new(typeof(ExchangeTexts));
    private static readonly ResourceManager Words = new(typeof(ActionPlanTexts));

    public static string Of(PlanColumn column, Language language)
    {
        var heading = Text(column.Field.ToString(), language);
        return column.Language is { } other ? string.Format(CultureInfo.InvariantCulture, Text("In_" + other, language), heading) : heading;
    }

    public static string Of(ActivityStatus status, Language language) => Word("Status" + status, language);

    public static string Of(ActivityOrigin origin, Language language) => Word("Origin" + origin, language);

    public static string Of(WayKind step, Language language) => Text("Way" + step, language);

    /// <summary>Headings of columns that the platform fills of its own accord.</summary>
    public static IEnumerable<string> OfOwnAccord(Language language) => [Word("StatusLate", language), Word("DemonstrationColumn", language)];

    public static string OfDemonstration(Language language) => Word("DemonstrationColumn", language);

    public static string YesOrNo(bool truth, Language language) => Word(truth ? "Yes" : "No", language);

    /// <summary>A cell as people read it: words in the language, documents by their titles, everything else as it is.</summary>
    public static string Shown(PlanColumn column, string text, Language language, DocumentReferences documents) => column.Field switch
    {
        var field when field.IsSource() => SourceNames.Shown(text, language),
        var field when field.IsDocuments() => documents.Shown(text, language),
        PlanField.Status when MachineWord.TryRead<ActivityStatus>(text, out var status) => Of(status, language),
        PlanField.WayKind when MachineWord.TryRead<WayKind>(text, out var step) => Of(step, language),
        PlanField.Origin when MachineWord.TryRead<ActivityOrigin>(text, out var origin) => Of(origin, language),
        _ => text,
    };

    public static string Text(string key, Language language) => Headings.GetString(key, language.Culture)!;

    private static string Word(string key, Language language) => Words.GetString(key, language.Culture)!;
}
