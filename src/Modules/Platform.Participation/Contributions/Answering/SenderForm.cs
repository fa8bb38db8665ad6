using System.ComponentModel.DataAnnotations;

namespace Platform.Participation.Contributions.Answering;

/// <summary>Who answers, as a form has it. Nothing of it is required; what machines fill in is refused.</summary>
internal sealed class SenderForm
{
    [MaxLength(Participant.NameLength)]
    public string? Name { get; set; }

    /// <summary>How the author is shown. A visitor is no association.</summary>
    public ShownAs ShownAs { get; set; }

    [MaxLength(Participant.NameLength)]
    public string? Association { get; set; }

    [MaxLength(Participant.MailLength)]
    public string? Mail { get; set; }

    public AgeGroup? AgeGroup { get; set; }

    public Gender? Gender { get; set; }

    [MaxLength(Participant.NeighbourhoodLength)]
    public string? Neighbourhood { get; set; }

    public bool? Vulnerable { get; set; }

    /// <summary>A field that people do not see.</summary>
    public string? Website { get; set; }

    /// <summary>The puzzle that the browser was given, and what it found: where the consultation asks for it.</summary>
    public string? Puzzle { get; set; }

    public string? Solution { get; set; }

    /// <summary>When the form was opened, sealed.</summary>
    public string? Since { get; set; }
}
