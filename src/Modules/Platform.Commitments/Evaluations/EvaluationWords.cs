using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Commitments.Evaluations;

/// <summary>What evaluations and what is said in them are called.</summary>
internal static class EvaluationWords
{
    /// <summary>"Evaluation of the action plan: third quarter of 2026", in both languages.</summary>
    public static LocalizedText NameOf(Evaluated about, Period period) => BothLanguages.Of(
        typeof(EvaluationsTexts), "Named_" + about, new LocalizedText(Formats.Period(period, Language.Arabic), Formats.Period(period, Language.French)));

    public static LocalizedText Name(this Evaluation evaluation) => NameOf(evaluation.About, evaluation.Period);

    /// <summary>The kind of badge.</summary>
    public static string Kind(Reply reply) => reply switch
    {
        Reply.Taken => "success",
        Reply.SeenOtherwise => "warning",
        _ => "neutral",
    };
}
