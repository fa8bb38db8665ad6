using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Kernel.Text;
using Platform.Ui.Office;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>
/// A programme written as titles and lines, as the slides of Larache: goals, principles and axes under their names, the way of its preparation as dates
/// with what took place, the committee by groups, figures as "how many: so many". What else the document says is left alone.
/// </summary>
internal sealed partial class ProgrammeOutline(PartCollector rows)
{
    /// <summary>A title under which nothing is read.</summary>
    private const string Nothing = "nothing";

    private static readonly char[] Commas = [',', '\u060C', '\u061B', ';'];

    private string? section;
    private CommitteeGroup? group;
    private PartTexts? goal;
    private PartTexts? dated;
    private string? counted;
    private int number;

    /// <summary>The project whose title was read last, for a card that stands under it.</summary>
    public int? Project { get; private set; }

    private static ProgrammeWords Words => ProgrammeWords.Known;

    public void Read(OfficeParagraph paragraph)
    {
        number++;
        foreach (var line in paragraph.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(line, paragraph);
        }
    }

    private void Read(string line, OfficeParagraph paragraph)
    {
        var (_, _, text) = RowCells.Activity(line);
        if (text.Length == 0)
        {
            return;
        }

        if (Words.Section(text) is { } opened)
        {
            (section, goal, dated, counted) = (opened == Nothing ? null : opened, null, null, null);
            return;
        }

        if (ProjectTitle().Match(ValueReader.Western(RowCells.Tidy(line))) is { Success: true } match && Words.ProjectWords.Contains(Folding.Fold(match.Groups[1].Value)))
        {
            Project = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        }

        if (paragraph.Level is not null)
        {
            section = null;
            return;
        }

        var place = new RowPlace(null, null, number);
        switch (section)
        {
            case null:
                break;
            case "milestones":
                Milestone(RowCells.Tidy(line), place);
                break;
            case "committee":
                Member(RowCells.Tidy(line), place);
                break;
            case "figures":
                Figure(line, place);
                break;
            default:
                Statement(line, text, paragraph.Item || RowCells.HasBullet(line), place);
                break;
        }
    }

    /// <summary>Under a goal, what has a bullet explains it; elsewhere it is an item like the others.</summary>
    private void Statement(string line, string text, bool bullet, RowPlace place)
    {
        if (section == MachineWord.Of(StatementKind.Goal) && bullet && goal is not null)
        {
            var (there, more) = (goal[PartField.Explanation], RowCells.Unmarked(line));
            goal[PartField.Explanation] = there.Length == 0 ? more : there + "\n" + more;
            return;
        }

        goal = new PartTexts { [PartField.List] = section!, [PartField.Item] = text };
        rows.Add(PartKind.Statement, place, goal);
    }

    /// <summary>A day, some days or a month; then, on the same line or the next, what took place.</summary>
    private void Milestone(string line, RowPlace place)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        var (when, what) = at > 0 ? (line[..at].Trim(), line[(at + 1)..].Trim()) : (line, "");
        if (When(when) is { } texts)
        {
            dated = texts;
            if (what.Length > 0)
            {
                texts[PartField.MilestoneTitle] = RowCells.Tidy(what);
                rows.Add(PartKind.Milestone, place, texts);
                dated = null;
            }
        }
        else if (dated is not null)
        {
            dated[PartField.MilestoneTitle] = line;
            rows.Add(PartKind.Milestone, place, dated);
            dated = null;
        }
    }

    private static PartTexts? When(string text)
    {
        var western = ValueReader.Western(text);
        var words = western.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var until = Array.FindIndex(words, word => Words.Until.Contains(Folding.Fold(word)));

        // "12 to 19 June 2023": the month and the year of the last day are those of the first too.
        if (until > 0 && until < words.Length - 2 && ValueReader.Day(string.Join(' ', words[(until + 1)..])) is { } last)
        {
            var first = ValueReader.Day(string.Join(' ', words[..until])) ?? ValueReader.Day(string.Join(' ', words[..until].Concat(words[(until + 2)..])));
            return first is null ? null : Told(first.Value, last, DatePrecision.Day);
        }

        return ValueReader.Day(western) is { } day ? Told(day, null, ValueReader.Day(western, end: true) == day ? DatePrecision.Day : DatePrecision.Month) : null;
    }

    private static PartTexts Told(DateOnly from, DateOnly? to, DatePrecision precision) => new()
    {
        [PartField.MilestoneFrom] = ValueReader.Written(from),
        [PartField.MilestoneTo] = to is { } last ? ValueReader.Written(last) : "",
        [PartField.Precision] = MachineWord.Of(precision),
    };

    private void Member(string line, RowPlace place)
    {
        if (Words.Word(PartField.Group, line) is { } named && MachineWord.TryRead<CommitteeGroup>(named, out var known))
        {
            group = known;
            return;
        }

        if (Folding.Fold(line).Split(' ').Any(word => Words.Decision.Contains(word)))
        {
            var texts = new PartTexts { [PartField.DecisionText] = line };
            if (LongDay().Matches(ValueReader.Western(line)).Select(match => ValueReader.Day(match.Value)).FirstOrDefault(day => day is not null) is { } on)
            {
                texts[PartField.DecisionOn] = ValueReader.Written(on);
            }

            rows.Add(PartKind.Programme, place, texts);
            return;
        }

        if (group is not { } of)
        {
            return;
        }

        var parts = line.Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var name = parts.FirstOrDefault(part => Words.Civilities.Contains(Folding.Fold(part.Split(' ')[0]))) ?? parts.FirstOrDefault();
        if (name is null)
        {
            return;
        }

        parts.Remove(name);
        var role = parts.FindLast(part => Folding.Fold(part).Split(' ').Any(word => Words.Committee.Contains(word)));
        if (role is null && parts.Count == 0 && name.LastIndexOf(' ') > 0)
        {
            // "So-and-so member of the committee", where the comma was forgotten.
            var words = name.Split(' ');
            if (words.Length > 3 && Words.Committee.Contains(Folding.Fold(words[^1])))
            {
                (name, role) = (string.Join(' ', words[..^2]), string.Join(' ', words[^2..]));
            }
        }
        else if (role is not null)
        {
            parts.Remove(role);
        }

        rows.Add(PartKind.Member, place, new PartTexts
        {
            [PartField.Name] = Words.Civilities.Contains(Folding.Fold(name.Split(' ')[0])) && name.Contains(' ', StringComparison.Ordinal) ? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] : name,
            [PartField.Group] = MachineWord.Of(of),
            [PartField.Function] = string.Join("\u060C ", parts),
            [PartField.Role] = role ?? "",
        });
    }

    /// <summary>"So many: 18", or the number on the next line.</summary>
    private void Figure(string line, RowPlace place)
    {
        var at = line.LastIndexOf(':');
        var (label, value) = at < 0 ? (counted, ValueReader.Whole(line)) : (RowCells.Tidy(line[..at]), ValueReader.Whole(line[(at + 1)..]));
        if (label is { Length: > 0 } && value is { } known)
        {
            rows.Add(PartKind.Figure, place, new PartTexts { [PartField.Label] = label, [PartField.Value] = known.ToString(CultureInfo.InvariantCulture) });
            counted = null;
        }
        else if (at >= 0)
        {
            counted = label;
        }
    }

    [GeneratedRegex(@"^(\S+)(?:\s+\S{1,4})?\s*:?\s*(\d{1,3})\b")]
    private static partial Regex ProjectTitle();

    [GeneratedRegex(@"\d{1,2}\s+\S+\s+\d{4}")]
    private static partial Regex LongDay();
}
