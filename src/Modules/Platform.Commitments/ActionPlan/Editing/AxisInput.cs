using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Kernel.Text;
using Platform.Ui.Forms;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>An axis as its form has it.</summary>
internal sealed class AxisInput : IEdited
{
    public int Revision { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [Range(1, Axis.HighestNumber)]
    public int? StandardAxis { get; set; }

    [MaxLength(Rows.Most)]
    public List<WordedText> Objectives { get; set; } = [];

    [MaxLength(Rows.Most)]
    public List<WordedIndicator> SuccessIndicators { get; set; } = [];

    public static AxisInput From(Axis axis) => new()
    {
        Revision = axis.Revision,
        Title = LocalizedInput.From(axis.Title),
        StandardAxis = axis.StandardAxis,
        Objectives = axis.Objectives.Select(WordedText.From).WithRoom(),
        SuccessIndicators = axis.SuccessIndicators
            .Select(indicator => new WordedIndicator { Id = indicator.Id, Text = LocalizedInput.From(indicator.Text), Indicator = indicator.Indicator })
            .WithRoom(),
    };

    public static AxisInput Empty() => new() { Objectives = [new()], SuccessIndicators = [new()] };

    public IReadOnlyList<LocalizedText> ObjectiveTexts() => Objectives.Texts();

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["AxisTitle"], Title.ToText()),
        Commitments.Editing.Said.Of(texts["StandardAxis"], StandardAxis),
        Commitments.Editing.Said.Of(texts["Objectives"], ObjectiveTexts()),
        Commitments.Editing.Said.OfRows(texts["SuccessIndicators"], SuccessIndicators, row => [Commitments.Editing.Said.InWords(row.Text.ToText()), row.Indicator]),
    ];
}
