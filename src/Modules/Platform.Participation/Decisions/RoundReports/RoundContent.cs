using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Platform.Kernel.Text;
using Platform.Participation.Questions;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>What the page of a report shows, in no language.</summary>
internal sealed record RoundContent(
    int Participants, int OnPaper, IReadOnlyList<GroupFigure> Kinds, IReadOnlyList<GroupFigure> Genders, IReadOnlyList<GroupFigure> Ages,
    IReadOnlyList<GroupFigure> Vulnerability, int Remarks, int Answered, IReadOnlyList<SaidOf> Matters, IReadOnlyList<AnswerGiven> Answers)
{
    /// <summary>By the team's themes; none where it made none.</summary>
    public IReadOnlyList<SaidByTheme> Themes { get; init; } = [];

    [JsonIgnore]
    public int Unanswered => Remarks - Answered;

    /// <summary>None where it would tell how many of a group took part whose number is not shown.</summary>
    [JsonIgnore]
    public int? Associations => GroupSecrecy.AssociationsIn(Kinds, Participants);

    /// <summary>The same of those who took part on paper.</summary>
    [JsonIgnore]
    public int? ToldOnPaper => GroupSecrecy.OnPaperBeside(Kinds, Participants, OnPaper);

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Card by card; a report that was made before these were counted has none.</summary>
    public IReadOnlyList<SpokenCard> Cards { get; init; } = [];

    /// <summary>Meetings that belonged to it and were held, the first first.</summary>
    public IReadOnlyList<MeetingHeld> Meetings { get; init; } = [];

    /// <summary>What was counted of questions and priorities; none in a report that was made before they were kept.</summary>
    public ResultCounts? Results { get; init; }

    public static RoundContent Of(
        RoundFigures figures, IReadOnlyList<SpokenCard> cards, IReadOnlyList<(Decision Decision, int Remarks, int First)> answers, ResultCounts results) => new(
        figures.Participants, figures.OnPaper, figures.Kinds, figures.Genders, figures.Ages, figures.Vulnerability, figures.Remarks, figures.Answered,
        [.. figures.Matters.Select(row => new SaidOf(row.Matter?.Key, row.Matter?.Number, row.Matter?.Title, row.Remarks, row.Outcomes))],
        [.. answers.Select(answer => new AnswerGiven(
            answer.Decision.Outcome, answer.Decision.Reason, answer.Decision.Competent, answer.Decision.Change, answer.Decision.ChangeLink, answer.Remarks, answer.First))])
        {
            Cards = cards,
            Results = results,
            Themes = [.. figures.Themes.Select(row => new SaidByTheme(row.Theme.Id, row.Theme.Name, row.Remarks, row.Outcomes))],
        };

    public static RoundContent Read(string json) => JsonSerializer.Deserialize<RoundContent>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>What was said of one section or card, and what became of it.</summary>
/// <param name="Key">None for what is about the whole.</param>
internal sealed record SaidOf(string? Key, string? Number, LocalizedText? Title, int Remarks, IReadOnlyDictionary<Outcome, int> Outcomes)
{
    [JsonIgnore]
    public int Answered => Outcomes.Values.Sum();
}

/// <summary>A meeting that belonged to the round.</summary>
/// <param name="People">How many came; none where the commune did not say.</param>
/// <param name="Link">Its page, relative to the language's root.</param>
internal sealed record MeetingHeld(LocalizedText Title, DateOnly On, int? People, string Link);

/// <summary>What was said of one theme, and what became of it.</summary>
internal sealed record SaidByTheme(int Number, LocalizedText Name, int Remarks, IReadOnlyDictionary<Outcome, int> Outcomes)
{
    [JsonIgnore]
    public int Answered => Outcomes.Values.Sum();
}

/// <param name="Competent">Who is, where it is outside the commune's powers.</param>
/// <param name="Remarks">How many it answers.</param>
/// <param name="First">Number of the first of them.</param>
internal sealed record AnswerGiven(Outcome Outcome, LocalizedText Reason, LocalizedText? Competent, LocalizedText? Change, string? ChangeLink, int Remarks, int First);
