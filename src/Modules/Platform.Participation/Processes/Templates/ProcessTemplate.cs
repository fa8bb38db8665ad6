using System.Globalization;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;
using Platform.Participation.Meetings;

namespace Platform.Participation.Processes.Templates;

/// <summary>What a commune begins a process with: the ways in which communes of the programme went. Everything in it can be changed once it is copied.</summary>
/// <param name="Key">Of its words in <see cref="TemplateTexts"/>.</param>
/// <param name="Stages">How many stages it has.</param>
/// <param name="Meetings">The stages in which people meet, counted from 1.</param>
internal sealed record ProcessTemplate(string Key, LadderRung Rung, int Stages, IReadOnlyList<int> Meetings)
{
    /// <summary>The charter in its stages from the model to its publication, an action plan likewise, and the five steps of an openness programme's consultation.</summary>
    public static IReadOnlyList<ProcessTemplate> All { get; } =
    [
        new("Charter", LadderRung.Concertation, 6, [2, 3]),
        new("Plan", LadderRung.Concertation, 6, [2, 3]),
        new("Openness", LadderRung.Concertation, 5, [3]),
    ];

    public LocalizedText Title => Word("Title");

    public LocalizedText Aim => Word("Aim");

    public ProcessText Text => new(
        Title, Aim, Rung, Word("OpenToInfluence"), Word("Settled"), Word("DecidedBy"), Word("Concerned"), Word("HowToTakePart"), Word("Team"));

    public IEnumerable<LocalizedText> StageTitles => Enumerable.Range(1, Stages).Select(number => Word(StageKey(number)));

    /// <summary>A process with the template's words, its stages, and a meeting for each stage in which people meet; their days are still to be decided.</summary>
    public Process Copy(string slug, bool demonstration)
    {
        var process = Process.Of(slug, Text, demonstration);
        process.Stages.AddRange(Enumerable.Range(1, Stages).Select(number => ProcessStage.Of(number, Word(StageKey(number)), Word(StageKey(number) + "Text"), null, null)));
        process.Meetings.AddRange(Meetings.Select((stage, at) => Meeting.In(process, at + 1, new(
            Word(StageKey(stage)), Word(StageKey(stage) + "Text"), null, null, Word(StageKey(stage) + "Invited"), null, null, null, null))));
        return process;
    }

    private LocalizedText Word(string key) => BothLanguages.Of(typeof(TemplateTexts), $"{Key}_{key}");

    private static string StageKey(int number) => string.Create(CultureInfo.InvariantCulture, $"Stage{number}");
}
