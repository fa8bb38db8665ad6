using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Ui.Forms;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>The card of a project as its form has it.</summary>
internal sealed class ProjectInput : IEdited
{
    private const int LongText = 5000;

    public int Revision { get; set; }

    [Required, Range(1, Project.HighestNumber)]
    public int? Number { get; set; }

    [Range(1, Project.HighestNumber)]
    public int? CardNumber { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [Localized]
    public LocalizedInput CardTitle { get; set; } = new();

    [Localized(Longest = LongText)]
    public LocalizedInput Problem { get; set; } = new();

    [Localized(Longest = LongText)]
    public LocalizedInput Solutions { get; set; } = new();

    [Localized(Longest = 2000)]
    public LocalizedInput Funding { get; set; } = new();

    [Localized]
    public LocalizedInput Lead { get; set; } = new();

    [Localized]
    public LocalizedInput Partners { get; set; } = new();

    [MaxLength(Rows.Most)]
    public List<CardIndicatorRow> FollowUp { get; set; } = [];

    [MaxLength(Rows.Most)]
    public List<CardIndicatorRow> Impact { get; set; } = [];

    [MaxLength(Rows.Most)]
    public List<CardStepRow> Steps { get; set; } = [];

    public static ProjectInput Empty() => new() { FollowUp = [new()], Impact = [new()], Steps = [new()] };

    public static ProjectInput From(Project project) => new()
    {
        Revision = project.Revision,
        Number = project.Number,
        CardNumber = project.CardNumber,
        Title = LocalizedInput.From(project.Title),
        CardTitle = LocalizedInput.From(project.CardTitle),
        Problem = LocalizedInput.From(project.Problem),
        Solutions = LocalizedInput.From(project.Solutions),
        Funding = LocalizedInput.From(project.Funding),
        Lead = LocalizedInput.From(project.Lead),
        Partners = LocalizedInput.From(project.Partners),
        FollowUp = Of(project, ProjectIndicatorKind.FollowUp),
        Impact = Of(project, ProjectIndicatorKind.Impact),
        Steps = project.Milestones.Select(step => new CardStepRow
        {
            Id = step.Id,
            Title = LocalizedInput.From(step.Title),
            Output = LocalizedInput.From(step.Output),
            DueOn = step.DueOn,
            DoneOn = step.DoneOn,
        }).WithRoom(),
    };

    public void ApplyTo(Project project)
    {
        project.Identify(Number!.Value, Title.ToText()!, CardTitle.ToText(), CardNumber);
        project.Describe(Problem.ToText(), Solutions.ToText(), Funding.ToText());
        project.Entrust(Lead.ToText(), Partners.ToText());
    }

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        new(texts["NationalNumber"], Number?.ToString(CultureInfo.InvariantCulture)),
        new(texts["CardNumber"], CardNumber?.ToString(CultureInfo.InvariantCulture)),
        Commitments.Editing.Said.Of(texts["ProjectTitle"], Title.ToText()),
        Commitments.Editing.Said.Of(texts["CardTitle"], CardTitle.ToText()),
        Commitments.Editing.Said.Of(texts["Problem"], Problem.ToText()),
        Commitments.Editing.Said.Of(texts["Solutions"], Solutions.ToText()),
        Commitments.Editing.Said.Of(texts["Funding"], Funding.ToText()),
        Commitments.Editing.Said.Of(texts["Lead"], Lead.ToText()),
        Commitments.Editing.Said.Of(texts["Partners"], Partners.ToText()),
        Commitments.Editing.Said.Of(texts["FollowUp"], FollowUp.Select(row => row.Text.ToText())),
        Commitments.Editing.Said.Of(texts["Impact"], Impact.Select(row => row.Text.ToText())),
        Commitments.Editing.Said.Of(texts["Steps"], Steps.Select(row => row.Title.ToText())),
    ];

    private static List<CardIndicatorRow> Of(Project project, ProjectIndicatorKind kind) => project.Indicators
        .Where(indicator => indicator.Kind == kind)
        .Select(indicator => new CardIndicatorRow { Id = indicator.Id, Text = LocalizedInput.From(indicator.Text) })
        .WithRoom();
}

internal sealed class CardIndicatorRow
{
    public int? Id { get; set; }

    [Localized(Longest = 1000)]
    public LocalizedInput Text { get; set; } = new();
}

internal sealed class CardStepRow
{
    public int? Id { get; set; }

    [Localized]
    public LocalizedInput Title { get; set; } = new();

    [Localized]
    public LocalizedInput Output { get; set; } = new();

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public bool HasMore => !Output.IsEmpty || DueOn is not null || DoneOn is not null;
}
