using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>
/// A plan written as titles and lists, as that of Demnate: the title of an axis, then its objectives, activities and success indicators under their names.
/// What else the document says (its charter, its preamble) has no activities under it and is left alone.
/// </summary>
internal sealed class OutlineReader(RowCollector rows)
{
    private const int LongestTitle = 200;

    private readonly List<Line> objectives = [];
    private readonly List<Line> activities = [];
    private readonly List<Line> success = [];
    private List<Line>? open;
    private Line? title;
    private Line? previous;
    private bool saidActivities;
    private int number;

    /// <summary>The axis whose title was read last, for a table that stands under it.</summary>
    public AxisName? Axis => title is { } line && (saidActivities || line.IsTitle) ? Name(line) : null;

    public void Read(OfficeParagraph paragraph)
    {
        number++;
        foreach (var text in paragraph.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(new Line(text, number, paragraph.Level is > 0, paragraph.Item));
        }
    }

    /// <summary>The axis ends here: it is entered if activities stood under it.</summary>
    public void Close()
    {
        if (saidActivities && activities.Count > 0 && title is { } heading)
        {
            Enter(heading);
        }

        objectives.Clear();
        activities.Clear();
        success.Clear();
        (open, title, saidActivities) = (null, null, false);
    }

    private void Read(Line line)
    {
        var folded = Folding.Fold(line.Text);
        var words = ImportWords.Known;
        var list = words.Activities.Contains(folded) ? activities : words.Success.Contains(folded) ? success : words.Objectives.Contains(folded) ? objectives : null;
        if (list is not null)
        {
            Label(list);
        }
        else if (line.IsTitle && !(open is not null && line.Item))
        {
            Close();
            title = line;
        }
        else
        {
            open?.Add(line);
        }

        previous = line;
    }

    /// <summary>The name of a list. One that was there already begins another axis, whose title is the line before.</summary>
    private void Label(List<Line> list)
    {
        var again = list.Count > 0 || (list == activities && saidActivities);
        if ((again || title is null) && previous is { } heading)
        {
            open?.Remove(heading);
            Close();
            title = heading;
        }

        saidActivities |= list == activities;
        open = list;
    }

    private void Enter(Line heading)
    {
        var about = new PlanTexts();
        about[PlanField.Objectives] = Items(objectives);
        about[PlanField.SuccessIndicators] = Items(success);
        var axis = rows.Axis(Name(heading), heading.Place, about);
        foreach (var line in activities)
        {
            var (_, own, text) = RowCells.Activity(line.Text);
            var texts = new PlanTexts { [PlanField.Axis] = axis, [PlanField.Title] = text };
            texts[PlanField.Number] = own?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
            if (text.Any(char.IsLetterOrDigit))
            {
                rows.Activity(line.Place, texts);
            }
        }
    }

    private static AxisName Name(Line line)
    {
        var (number, title) = RowCells.Axis(line.Text);
        return new AxisName(number, title);
    }

    private static string Items(List<Line> lines) => string.Join('\n', lines.Select(line => RowCells.Tidy(line.Text)).Where(item => item.Length > 0));

    private sealed record Line(string Text, int Number, bool IsHeading, bool Item)
    {
        public bool IsTitle => Text.Length <= LongestTitle && (IsHeading || RowCells.StartsAsAxis(Text));

        public RowPlace Place => new(null, null, Number);
    }
}
