using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Questions;

namespace Platform.Participation.Decisions;

/// <summary>How many of a group took part.</summary>
/// <param name="Key">The group, as texts name it: <c>Gender_Woman</c>.</param>
/// <param name="Count">None where so few took part that a person could be recognised.</param>
internal sealed record GroupFigure(string Key, int? Count);

/// <summary>What was said of one section or card, and what became of it.</summary>
/// <param name="Matter">None for what is about the whole.</param>
internal sealed record MatterFigures(Matter? Matter, int Remarks, IReadOnlyDictionary<Outcome, int> Outcomes)
{
    public int Answered => Outcomes.Values.Sum();
}

/// <summary>What was said of one theme, and what became of it.</summary>
internal sealed record ThemeFigures(Theme Theme, int Remarks, IReadOnlyDictionary<Outcome, int> Outcomes)
{
    public int Answered => Outcomes.Values.Sum();
}

/// <summary>
/// The figures of a round. A participant is counted once, and only where something of what the person said was not held back; remarks that were held back are
/// counted nowhere but in <see cref="Held"/>.
/// </summary>
internal sealed record RoundFigures(
    int Participants, int OnPaper, IReadOnlyList<GroupFigure> Kinds, IReadOnlyList<GroupFigure> Genders, IReadOnlyList<GroupFigure> Ages,
    IReadOnlyList<GroupFigure> Vulnerability, int Remarks, int Held, IReadOnlyDictionary<RemarkKind, int> RemarkKinds, IReadOnlyDictionary<Outcome, int> Outcomes,
    IReadOnlyList<MatterFigures> Matters)
{
    public int Answered => Outcomes.Values.Sum();

    public int Unanswered => Remarks - Answered;

    /// <summary>By the team's themes, the one with the most remarks first; a remark with two themes is counted in both.</summary>
    public IReadOnlyList<ThemeFigures> Themes { get; init; } = [];

    /// <summary>How many of each group there are, as texts name the groups; who told nothing comes last.</summary>
    public static IReadOnlyList<(string Key, int Count)> Groups(string prefix, IEnumerable<(object? Group, int Count)> rows) =>
        [.. rows.GroupBy(row => row.Group?.ToString() ?? "Untold").OrderBy(group => group.Key == "Untold").ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (prefix + group.Key, group.Sum(row => row.Count)))];

    /// <summary>None where it would tell how many of a group took part whose number is not shown.</summary>
    public int? Associations => GroupSecrecy.AssociationsIn(Kinds, Participants);

    /// <summary>The same of those who took part on paper.</summary>
    public int? ToldOnPaper => GroupSecrecy.OnPaperBeside(Kinds, Participants, OnPaper);
}

/// <summary>Counts a round; so many queries, however many remarks there are.</summary>
internal sealed class RoundCounter(CommuneContext db)
{
    public async Task<RoundFigures> CountAsync(Consultation consultation, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var remarks = db.Set<Remark>().AsNoTracking().Where(remark => remark.ConsultationId == consultation.Id);
        var counted = remarks.Where(remark => remark.State == RemarkState.Shown || remark.State == RemarkState.Waiting); // as the index has them
        var answers = db.Set<GivenAnswer>().AsNoTracking().Where(answer => answer.ConsultationId == consultation.Id && answer.State != RemarkState.Held);

        // From what was said to who said it, once: asked of each participant, it would be looked for among all remarks again and again.
        var people = await counted.Select(remark => remark.Contribution.ParticipantId).Union(answers.Select(answer => answer.Contribution.ParticipantId))
            .Join(db.Set<Participant>(), id => id, person => person.Id, (_, person) => person)
            .GroupBy(person => new { person.Kind, person.Gender, person.AgeGroup, person.Vulnerable })
            .Select(group => new { group.Key.Kind, group.Key.Gender, group.Key.AgeGroup, group.Key.Vulnerable, Count = group.Count() })
            .ToListAsync(cancellation);
        var onPaper = await counted.Where(remark => remark.Contribution.Channel == Channel.Paper).Select(remark => remark.Contribution.ParticipantId)
            .Union(answers.Where(answer => answer.Contribution.Channel == Channel.Paper).Select(answer => answer.Contribution.ParticipantId))
            .CountAsync(cancellation);
        var held = await remarks.CountAsync(remark => remark.State == RemarkState.Held, cancellation);
        var said = await counted.Where(remark => remark.Kind != RemarkKind.Priority)
            .GroupBy(remark => new { remark.MatterId, remark.Kind, Outcome = remark.Decision != null && remark.Decision.PublishedAt != null ? (Outcome?)remark.Decision.Outcome : null })
            .Select(group => new { group.Key.MatterId, group.Key.Kind, group.Key.Outcome, Count = group.Count() })
            .ToListAsync(cancellation);

        var heads = matters.StandingHeads();
        var byHead = said.ToLookup(row => row.MatterId is { } id ? heads.GetValueOrDefault(id)?.Id ?? 0 : 0);
        var of = new List<MatterFigures>();
        foreach (var head in heads.Values.Distinct().OrderBy(head => head.Position).Cast<Matter?>().Append(null))
        {
            var rows = byHead[head?.Id ?? 0].ToList();
            if (rows.Count > 0)
            {
                of.Add(new(head, rows.Sum(row => row.Count), Outcomes(rows.Select(row => (row.Outcome, row.Count)))));
            }
        }

        return new(
            people.Sum(row => row.Count), onPaper,
            Shown("Participant_", people.Select(row => ((object?)row.Kind, row.Count))),
            Shown("Gender_", people.Select(row => ((object?)row.Gender, row.Count))),
            Shown("Age_", people.Select(row => ((object?)row.AgeGroup, row.Count))),
            Shown("Vulnerable_", people.Select(row => ((object?)row.Vulnerable, row.Count))),
            said.Sum(row => row.Count), held,
            said.GroupBy(row => row.Kind).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            Outcomes(said.Select(row => (row.Outcome, row.Count))), of)
        {
            Themes = await ThemesAsync(consultation, cancellation),
        };
    }

    private async Task<IReadOnlyList<ThemeFigures>> ThemesAsync(Consultation consultation, CancellationToken cancellation)
    {
        var themes = await db.Set<Theme>().AsNoTracking().Where(theme => theme.ConsultationId == consultation.Id).ToDictionaryAsync(theme => theme.Id, cancellation);
        if (themes.Count == 0)
        {
            return [];
        }

        var rows = await (
            from worn in db.Set<RemarkTheme>()
            join remark in db.Set<Remark>() on worn.RemarkId equals remark.Id
            where remark.ConsultationId == consultation.Id && remark.State != RemarkState.Held && remark.Kind != RemarkKind.Priority
            group remark by new { worn.ThemeId, Outcome = remark.Decision != null && remark.Decision.PublishedAt != null ? (Outcome?)remark.Decision.Outcome : null } into themed
            select new { themed.Key.ThemeId, themed.Key.Outcome, Count = themed.Count() }).ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => row.ThemeId)
                .Select(group => new ThemeFigures(themes[group.Key], group.Sum(row => row.Count), Outcomes(group.Select(row => (row.Outcome, row.Count)))))
                .OrderByDescending(figures => figures.Remarks).ThenBy(figures => figures.Theme.Id),
        ];
    }

    private static IReadOnlyList<GroupFigure> Shown(string prefix, IEnumerable<(object? Group, int Count)> rows) => GroupSecrecy.Suppress(RoundFigures.Groups(prefix, rows));

    private static Dictionary<Outcome, int> Outcomes(IEnumerable<(Outcome? Outcome, int Count)> rows) =>
        rows.Where(row => row.Outcome is not null).GroupBy(row => row.Outcome!.Value).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
}
