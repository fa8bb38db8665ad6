using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Charters;
using Platform.Ui.Forms;

namespace Platform.Participation.Processes.Editing;

/// <summary>What a process says of itself, as its form has it.</summary>
internal sealed class ProcessInput
{
    [Localized(Required = true, Longest = 200)]
    public LocalizedInput Title { get; set; } = new();

    [Localized(Required = true, Longest = 1000)]
    public LocalizedInput Aim { get; set; } = new();

    [Required]
    public LadderRung? Rung { get; set; }

    [Localized(Longest = 3000)]
    public LocalizedInput OpenToInfluence { get; set; } = new();

    [Localized(Longest = 3000)]
    public LocalizedInput Settled { get; set; } = new();

    [Localized(Required = true, Longest = 500)]
    public LocalizedInput DecidedBy { get; set; } = new();

    [Localized(Longest = 2000)]
    public LocalizedInput Concerned { get; set; } = new();

    [Localized(Longest = 2000)]
    public LocalizedInput HowToTakePart { get; set; } = new();

    [Localized(Longest = 1000)]
    public LocalizedInput Team { get; set; } = new();

    public int Revision { get; set; }

    public static ProcessInput Of(Process process) => new()
    {
        Title = LocalizedInput.From(process.Title),
        Aim = LocalizedInput.From(process.Aim),
        Rung = process.Rung,
        OpenToInfluence = LocalizedInput.From(process.OpenToInfluence),
        Settled = LocalizedInput.From(process.Settled),
        DecidedBy = LocalizedInput.From(process.DecidedBy),
        Concerned = LocalizedInput.From(process.Concerned),
        HowToTakePart = LocalizedInput.From(process.HowToTakePart),
        Team = LocalizedInput.From(process.Team),
        Revision = process.Revision,
    };

    /// <summary>Once the form is valid.</summary>
    public ProcessText ToText() => new(
        Title.ToText()!, Aim.ToText()!, Rung!.Value, OpenToInfluence.ToRichText(), Settled.ToRichText(), DecidedBy.ToText()!, Concerned.ToRichText(), HowToTakePart.ToRichText(),
        Team.ToRichText());

    /// <summary>Where what somebody else has saved differs from this.</summary>
    public IReadOnlyList<ConflictingField> DifferencesFrom(Process theirs, IStringLocalizer words, IStringLocalizer texts) =>
    [
        .. EditConflict.Differing(texts["ProcessTitle"], theirs.Title, Title.ToText()),
        .. EditConflict.Differing(texts["Aim"], theirs.Aim, Aim.ToText()),
        .. EditConflict.Differing(words["Rung"], words["Rung_" + theirs.Rung], words["Rung_" + Rung]),
        .. EditConflict.Differing(words["OpenToInfluence"], theirs.OpenToInfluence, OpenToInfluence.ToRichText()),
        .. EditConflict.Differing(words["Settled"], theirs.Settled, Settled.ToRichText()),
        .. EditConflict.Differing(words["DecidedBy"], theirs.DecidedBy, DecidedBy.ToText()),
        .. EditConflict.Differing(words["Concerned"], theirs.Concerned, Concerned.ToRichText()),
        .. EditConflict.Differing(words["HowToTakePart"], theirs.HowToTakePart, HowToTakePart.ToRichText()),
        .. EditConflict.Differing(words["Team"], theirs.Team, Team.ToRichText()),
    ];
}
