using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Data;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Brings texts that passed the rules into the parts of a programme.</summary>
/// <param name="programme">With all that it holds.</param>
/// <param name="networks">All of the commune's.</param>
/// <param name="addedOn">The day from which what is added is part of a programme that the public sees already.</param>
internal sealed class ProgrammeWriter(CommuneContext db, Programme programme, List<Network> networks, DateOnly today, DateTime now, DateOnly? addedOn)
{
    /// <summary>Documents that the texts name.</summary>
    public Attachments Attachments { get; } = new();

    /// <param name="there">What is brought to the texts; none where a part is added.</param>
    public void Write(PartKind kind, PartTexts texts, object? there)
    {
        switch (kind)
        {
            case PartKind.Programme:
                programme.Rename(texts.Localized(PartField.ProgrammeTitle) ?? programme.Title);
                programme.RunFor(texts.Day(PartField.RunsFrom), texts.Day(PartField.RunsTo));
                programme.SetUpCommittee(texts.Day(PartField.DecisionOn), Said(texts, PartField.DecisionNumber), texts.Localized(PartField.DecisionText), texts.Source(PartField.CommitteeSource));
                programme.Cite(texts.Source(PartField.ProgrammeSource));
                Attachments.Add(Programme.DocumentsSubject, texts[PartField.ProgrammeDocuments]);
                break;
            case PartKind.Adoption:
                programme.Adopt(texts.Day(PartField.AdoptedOn)!.Value, texts.Localized(PartField.Session), Said(texts, PartField.Deliberation));
                break;
            case PartKind.Statement:
                Write(texts, (Statement?)there);
                break;
            case PartKind.Project:
                Write(texts, (Project?)there);
                break;
            case PartKind.Step:
                Write(texts, (ProjectMilestone?)there);
                break;
            case PartKind.Completion:
                Say(texts);
                break;
            case PartKind.Milestone:
                Write(texts, (Milestone?)there);
                break;
            case PartKind.Member:
                Write(texts, (CommitteeMember?)there);
                break;
            case PartKind.Figure:
                Write(texts, (Figure?)there);
                break;
            default:
                Write(texts, (Network?)there);
                break;
        }
    }

    private void Say(PartTexts texts)
    {
        var entry = CompletionEntry.Of(
            texts.Day(PartField.Since)!.Value, texts.Word<Completion>(PartField.Completion)!.Value, texts.Localized(PartField.Note), texts.Localized(PartField.SaidBy),
            texts.Localized(PartField.Evidence), now);
        if (texts[PartField.CompletionDocuments] is { Length: > 0 } documents)
        {
            Attachments.Add(entry.HaveDocuments(), documents);
        }

        ProjectOf(texts).Completions.Add(entry);
    }

    /// <summary>A name that is worded otherwise than in the document is no longer the document's, unless the file names another.</summary>
    private void Write(PartTexts texts, Network? there)
    {
        var (name, charter, source) = (texts.Localized(PartField.NetworkName)!, texts.Localized(PartField.NetworkCharter), texts.Source(PartField.NetworkSource));
        if (there is null)
        {
            there = Network.Of(Next(networks.Select(network => network.Position)), name, charter);
            networks.Add(there);
            db.Add(there);
        }
        else
        {
            db.EditedFrom(there, there.Revision);
        }

        var before = there.Source;
        there.Describe(name, charter, Said(texts, PartField.NetworkLink), texts.Day(PartField.JoinedOn), texts.Day(PartField.LeftOn));
        if (source != before)
        {
            there.Cite(source);
        }

        if (texts[PartField.NetworkDocuments] is { Length: > 0 } documents)
        {
            Attachments.Add(there.HaveDocuments(), documents);
        }
    }

    private void Write(PartTexts texts, Statement? there)
    {
        var (title, text, source) = (texts.Localized(PartField.Item)!, texts.Localized(PartField.Explanation), texts.Source(PartField.ItemSource));
        if (there is not null)
        {
            var before = there.Source;
            there.Word(there.Position, title, text);
            if (source != before)
            {
                there.Cite(source);
            }

            return;
        }

        var kind = texts.Word<StatementKind>(PartField.List)!.Value;
        programme.Statements.Add(Statement.Of(kind, Next(programme.Statements.Where(statement => statement.Kind == kind).Select(statement => statement.Position)), title, text, source));
    }

    private void Write(PartTexts texts, Project? there)
    {
        var (number, title) = (texts.Whole(PartField.Number)!.Value, texts.Localized(PartField.Title)!);
        if (there is null)
        {
            programme.Projects.Add(there = Project.Of(number, title, addedOn: addedOn));
        }
        else
        {
            db.EditedFrom(there, there.Revision);
        }

        there.Identify(number, title, texts.Localized(PartField.CardTitle), texts.Whole(PartField.CardNumber));
        there.Describe(texts.Localized(PartField.Problem), texts.Localized(PartField.Solutions), texts.Localized(PartField.Funding));
        there.Entrust(texts.Localized(PartField.Lead), texts.Localized(PartField.Partners));
        Word(there, ProjectIndicatorKind.FollowUp, texts, PartField.FollowUp);
        Word(there, ProjectIndicatorKind.Impact, texts, PartField.Impact);
        there.Cite(texts.Source(PartField.ProjectSource));
    }

    /// <summary>Indicators that the texts name as before stay the same rows.</summary>
    private void Word(Project project, ProjectIndicatorKind kind, PartTexts texts, PartField field)
    {
        var before = project.Indicators.Where(indicator => indicator.Kind == kind).OrderBy(indicator => indicator.Position).ToList();
        var items = texts.Items(field);
        if (before.Select(indicator => indicator.Text).SequenceEqual(items))
        {
            return;
        }

        before.ForEach(indicator => project.Indicators.Remove(indicator));
        db.RemoveRange(before);
        project.Indicators.AddRange(items.Select((text, at) => ProjectIndicator.Of(kind, at + 1, text)));
    }

    private void Write(PartTexts texts, ProjectMilestone? there)
    {
        var (title, output) = (texts.Localized(PartField.StepTitle)!, texts.Localized(PartField.StepOutput));
        var (due, done) = (texts.Day(PartField.StepDue), texts.Day(PartField.StepDone));
        if (there is not null)
        {
            there.Describe(there.Position, title, output, due, done);
            return;
        }

        var steps = ProjectOf(texts).Milestones;
        steps.Add(ProjectMilestone.Of(Next(steps.Select(step => step.Position)), title, output, due, done));
    }

    private void Write(PartTexts texts, Milestone? there)
    {
        var (from, to, precision) = (texts.Day(PartField.MilestoneFrom)!.Value, texts.Day(PartField.MilestoneTo), texts.Word<DatePrecision>(PartField.Precision) ?? DatePrecision.Day);
        var (title, place, kept) = (texts.Localized(PartField.MilestoneTitle)!, texts.Localized(PartField.Place), texts.YesOrNo(PartField.Kept));
        if (there is null)
        {
            programme.Milestones.Add(Milestone.Of(from, to, precision, title, place, kept, texts.Source(PartField.MilestoneSource)));
            return;
        }

        db.EditedFrom(there, there.Revision);
        there.Describe(from, to, precision, title, place);
        there.Cite(texts.Source(PartField.MilestoneSource));
        if (kept is { } said && said != there.Kept)
        {
            there.Settle(said, today);
        }
        else if (kept is null && there.Kept is not null)
        {
            there.Unsettle();
        }
    }

    private void Write(PartTexts texts, CommitteeMember? there)
    {
        var (group, name) = (texts.Word<CommitteeGroup>(PartField.Group)!.Value, texts[PartField.Name]);
        var (function, role) = (texts.Localized(PartField.Function), texts.Localized(PartField.Role));
        if (there is not null)
        {
            there.Describe(there.Position, group, name, function, role);
            return;
        }

        programme.Members.Add(CommitteeMember.Of(Next(programme.Members.Select(member => member.Position)), group, name, function, role));
    }

    private void Write(PartTexts texts, Figure? there)
    {
        var (label, value, @event, on) = (texts.Localized(PartField.Label)!, texts.Whole(PartField.Value)!.Value, texts.Localized(PartField.Event), texts.Day(PartField.CountedOn));
        if (there is not null)
        {
            there.Describe(there.Position, label, value, @event, on);
            there.Cite(texts.Source(PartField.FigureSource));
            return;
        }

        programme.Figures.Add(Figure.Of(Next(programme.Figures.Select(figure => figure.Position)), "own-" + Guid.NewGuid().ToString("N"), label, value, @event, on, texts.Source(PartField.FigureSource)));
    }

    private Project ProjectOf(PartTexts texts) => programme.Projects.Single(project => project.Number == texts.Whole(PartField.Number));

    private static string? Said(PartTexts texts, PartField field) => texts[field] is { Length: > 0 } text ? text : null;

    private static int Next(IEnumerable<int> positions) => positions.DefaultIfEmpty(0).Max() + 1;
}
