using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Exchange;

/// <summary>A part of the programme as the texts of a row.</summary>
internal sealed class PartTexts : RowTexts
{
    public const string Yes = "yes";
    public const string No = "no";

    public PartTexts()
    {
    }

    public PartTexts(IEnumerable<KeyValuePair<string, string>> texts)
        : base(texts)
    {
    }

    /// <summary>The text, or nothing.</summary>
    public string this[PartColumn column]
    {
        get => Known(column.Key);
        set => Put(column.Key, value);
    }

    public string this[PartField field]
    {
        get => this[new PartColumn(field)];
        set => this[new PartColumn(field)] = value;
    }

    /// <param name="documents">Numbers of those that are attached, as rows keep them.</param>
    public static PartTexts Of(Programme programme, string documents)
    {
        var texts = new PartTexts { [PartField.ProgrammeDocuments] = documents };
        texts.Put(Key(PartField.ProgrammeTitle), programme.Title);
        texts.Put(Key(PartField.RunsFrom), programme.RunsFrom);
        texts.Put(Key(PartField.RunsTo), programme.RunsTo);
        texts.Put(Key(PartField.DecisionOn), programme.DecisionOn);
        texts.Put(Key(PartField.DecisionNumber), programme.DecisionNumber);
        texts.Put(Key(PartField.DecisionText), programme.DecisionText);
        texts.Put(Key(PartField.CommitteeSource), programme.CommitteeSource);
        texts.Put(Key(PartField.ProgrammeSource), programme.Source);
        return texts;
    }

    public static PartTexts OfAdoption(Programme programme)
    {
        var texts = new PartTexts();
        texts.Put(Key(PartField.AdoptedOn), programme.AdoptedOn);
        texts.Put(Key(PartField.Session), programme.Session);
        texts.Put(Key(PartField.Deliberation), programme.Deliberation);
        return texts;
    }

    public static PartTexts Of(Statement statement)
    {
        var texts = new PartTexts { [PartField.List] = MachineWord.Of(statement.Kind) };
        texts.Put(Key(PartField.Item), statement.Title);
        texts.Put(Key(PartField.Explanation), statement.Text);
        texts.Put(Key(PartField.ItemSource), statement.Source);
        return texts;
    }

    public static PartTexts Of(Project project)
    {
        var texts = new PartTexts();
        texts.Put(Key(PartField.Number), project.Number);
        texts.Put(Key(PartField.Title), project.Title);
        texts.Put(Key(PartField.CardNumber), project.CardNumber);
        texts.Put(Key(PartField.CardTitle), project.CardTitle);
        texts.Put(Key(PartField.Problem), project.Problem);
        texts.Put(Key(PartField.Solutions), project.Solutions);
        texts.Put(Key(PartField.Funding), project.Funding);
        texts.Put(Key(PartField.Lead), project.Lead);
        texts.Put(Key(PartField.Partners), project.Partners);
        texts.Put(Key(PartField.FollowUp), Items(project, ProjectIndicatorKind.FollowUp), codes: false);
        texts.Put(Key(PartField.Impact), Items(project, ProjectIndicatorKind.Impact), codes: false);
        texts.Put(Key(PartField.ProjectSource), project.Source);
        return texts;
    }

    public static PartTexts Of(int project, ProjectMilestone step)
    {
        var texts = new PartTexts();
        texts.Put(Key(PartField.Number), project);
        texts.Put(Key(PartField.StepTitle), step.Title);
        texts.Put(Key(PartField.StepOutput), step.Output);
        texts.Put(Key(PartField.StepDue), step.DueOn);
        texts.Put(Key(PartField.StepDone), step.DoneOn);
        return texts;
    }

    public static PartTexts Of(int project, CompletionEntry entry, string documents)
    {
        var texts = new PartTexts { [PartField.Completion] = MachineWord.Of(entry.Completion), [PartField.CompletionDocuments] = documents };
        texts.Put(Key(PartField.Number), project);
        texts.Put(Key(PartField.Since), entry.EffectiveOn);
        texts.Put(Key(PartField.Note), entry.Note);
        texts.Put(Key(PartField.SaidBy), entry.SaidBy);
        texts.Put(Key(PartField.Evidence), entry.Evidence);
        return texts;
    }

    public static PartTexts Of(Milestone milestone)
    {
        var texts = new PartTexts { [PartField.Precision] = MachineWord.Of(milestone.Precision), [PartField.Kept] = milestone.Kept switch { true => Yes, false => No, null => "" } };
        texts.Put(Key(PartField.MilestoneTitle), milestone.Title);
        texts.Put(Key(PartField.MilestoneFrom), milestone.From);
        texts.Put(Key(PartField.MilestoneTo), milestone.To);
        texts.Put(Key(PartField.Place), milestone.Place);
        texts.Put(Key(PartField.MilestoneSource), milestone.Source);
        return texts;
    }

    public static PartTexts Of(CommitteeMember member)
    {
        var texts = new PartTexts { [PartField.Name] = member.Name, [PartField.Group] = MachineWord.Of(member.Group) };
        texts.Put(Key(PartField.Function), member.Function);
        texts.Put(Key(PartField.Role), member.Role);
        return texts;
    }

    public static PartTexts Of(Figure figure)
    {
        var texts = new PartTexts();
        texts.Put(Key(PartField.Label), figure.Label);
        texts.Put(Key(PartField.Value), figure.Value);
        texts.Put(Key(PartField.Event), figure.Event);
        texts.Put(Key(PartField.CountedOn), figure.On);
        texts.Put(Key(PartField.FigureSource), figure.Source);
        return texts;
    }

    public static PartTexts Of(Network network, string documents)
    {
        var texts = new PartTexts { [PartField.NetworkLink] = network.Link ?? "", [PartField.NetworkDocuments] = documents };
        texts.Put(Key(PartField.NetworkName), network.Name);
        texts.Put(Key(PartField.NetworkCharter), network.Charter);
        texts.Put(Key(PartField.JoinedOn), network.JoinedOn);
        texts.Put(Key(PartField.LeftOn), network.LeftOn);
        texts.Put(Key(PartField.NetworkSource), network.Source);
        return texts;
    }

    /// <summary>Two rows of one identity are about the same thing, however they describe it.</summary>
    public string Identity(PartKind kind) => string.Join('|', kind switch
    {
        PartKind.Programme or PartKind.Adoption => (IEnumerable<string>)[],
        PartKind.Statement => [this[PartField.List], Name(kind)],
        PartKind.Project => [this[PartField.Number]],
        PartKind.Step => [this[PartField.Number], Name(kind)],

        // What was said is only ever added to: another word is another entry, whatever is attached to it.
        PartKind.Completion => this.Where(text => text.Key != Key(PartField.CompletionDocuments)).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Key + "=" + text.Value),
        PartKind.Milestone => [this[PartField.MilestoneFrom], Name(kind)],
        PartKind.Member or PartKind.Network => [Name(kind)],
        _ => [Name(kind), this[PartField.CountedOn], Folding.Fold(Localized(PartField.Event)?.Ar)],
    });

    public LocalizedText? Localized(PartField field) => LocalizedOf(Key(field));

    public IReadOnlyList<LocalizedText> Items(PartField field) => [.. ItemsOf(Key(field), codes: false).Select(item => item.Text)];

    public SeedSource? Source(PartField field) => SourceOf(Key(field));

    public int? Whole(PartField field) => WholeOf(Key(field));

    public DateOnly? Day(PartField field) => DayOf(Key(field));

    public T? Word<T>(PartField field)
        where T : struct, Enum => MachineWord.TryRead<T>(this[field], out var word) ? word : null;

    public bool? YesOrNo(PartField field) => this[field] switch { Yes => true, No => false, _ => null };

    private string Name(PartKind kind) => Folding.Fold(Localized(PartColumns.NameOf(kind))?.Ar);

    private static IEnumerable<PlanItem> Items(Project project, ProjectIndicatorKind kind) =>
        project.Indicators.Where(indicator => indicator.Kind == kind).OrderBy(indicator => indicator.Position).Select(indicator => new PlanItem(indicator.Text));

    private static string Key(PartField field) => new PartColumn(field).Key;
}
