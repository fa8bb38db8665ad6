using System.ComponentModel.DataAnnotations;
using Platform.Participation.Contributions.Answering;

namespace Platform.Participation.Contributions.Paper;

/// <summary>A paper card as a clerk types it in.</summary>
internal sealed class PaperForm
{
    [Required, MaxLength(40)]
    public string? Code { get; set; }

    /// <summary>Number of the card or section that the notes are about, as written; none for the whole.</summary>
    [MaxLength(80)]
    public string? Card { get; set; }

    /// <summary>Of a new idea; then the notes are its fields.</summary>
    [MaxLength(IdeaCard.TitleLength)]
    public string? Idea { get; set; }

    public CardNotes Notes { get; set; } = new();

    /// <summary>To the questions, by their number.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>In the order of importance, by the row of what is put in order.</summary>
    public Dictionary<string, string?> Ranks { get; set; } = [];

    [MaxLength(Participant.NameLength)]
    public string? Name { get; set; }

    public bool ShowName { get; set; }

    [MaxLength(Participant.NameLength)]
    public string? Association { get; set; }

    public AgeGroup? AgeGroup { get; set; }

    public Gender? Gender { get; set; }

    [MaxLength(Participant.NeighbourhoodLength)]
    public string? Neighbourhood { get; set; }

    public bool? Vulnerable { get; set; }

    /// <summary>Number of a receipt that the same person has already: counted once.</summary>
    [MaxLength(20)]
    public string? Receipt { get; set; }
}
