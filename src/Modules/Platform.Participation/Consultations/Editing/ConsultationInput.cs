using System.ComponentModel.DataAnnotations;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Forms;

namespace Platform.Participation.Consultations.Editing;

/// <summary>A consultation as its form has it: days and times on Morocco's clock.</summary>
internal sealed class ConsultationInput
{
    /// <summary>In the choice of what it is about: a text of its own.</summary>
    public const string Own = "own";

    /// <summary>In the choice of what it is about: nothing that is there, ideas only.</summary>
    public const string Nothing = "nothing";

    [Localized(Required = true, Longest = 200)]
    public LocalizedInput Title { get; set; } = new();

    [Localized(Required = true, Longest = 8000)]
    public LocalizedInput Text { get; set; } = new();

    /// <summary><see cref="Nothing"/>, <see cref="Own"/>, or a source of another room.</summary>
    [StringLength(Consultation.SourceLength)]
    public string? About { get; set; }

    [Localized(Longest = 60_000)]
    public LocalizedInput OwnWords { get; set; } = new();

    public bool TakesIdeas { get; set; }

    public bool TakesPriorities { get; set; }

    public bool ShowsResultsWhileOpen { get; set; }

    public DateOnly? OpensOn { get; set; }

    public TimeOnly? OpensTime { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public TimeOnly? ClosesTime { get; set; }

    public DateOnly? AnswersBy { get; set; }

    public bool VisitorsMayAnswer { get; set; }

    public bool AsksProof { get; set; }

    [Required]
    public Moderation? Moderation { get; set; } = Consultations.Moderation.Before;

    public int Revision { get; set; }

    public DateTime? OpensAt => InstantOf(OpensOn, OpensTime);

    public DateTime? ClosesAt => InstantOf(ClosesOn, ClosesTime);

    /// <summary>None where day or time is not given, or lies beyond any calendar.</summary>
    public static DateTime? InstantOf(DateOnly? day, TimeOnly? time) =>
        day is { Year: > 2000 and < 2200 } known && time is { } clock ? MoroccoTime.ToUtc(known.ToDateTime(new(clock.Hour, clock.Minute))) : null;

    public static ConsultationInput Of(Consultation consultation)
    {
        var (opens, closes) = (MoroccoTime.FromUtc(consultation.OpensAt), MoroccoTime.FromUtc(consultation.ClosesAt));
        return new()
        {
            Title = LocalizedInput.From(consultation.Title),
            Text = LocalizedInput.From(consultation.Text),
            About = consultation.About ?? (consultation.Matters.Exists(matter => matter.Kind == MatterKind.Section) ? Own : Nothing),
            OwnWords = LocalizedInput.From(consultation.About is null ? OwnText.Write(consultation.Matters.Where(matter => matter.Kind is MatterKind.Section or MatterKind.Paragraph)) : null),
            TakesIdeas = consultation.TakesIdeas,
            TakesPriorities = consultation.TakesPriorities,
            ShowsResultsWhileOpen = consultation.ShowsResultsWhileOpen,
            OpensOn = DateOnly.FromDateTime(opens),
            OpensTime = TimeOnly.FromDateTime(opens),
            ClosesOn = DateOnly.FromDateTime(closes),
            ClosesTime = TimeOnly.FromDateTime(closes),
            AnswersBy = consultation.AnswersBy,
            VisitorsMayAnswer = consultation.VisitorsMayAnswer,
            AsksProof = consultation.AsksProof,
            Moderation = consultation.Moderation,
            Revision = consultation.Revision,
        };
    }

    /// <summary>Once the form is valid.</summary>
    public ConsultationText ToText() => new(
        Title.ToText()!, Text.ToRichText()!, About is null or Own or Nothing ? null : About, TakesIdeas, TakesPriorities, OpensAt!.Value, ClosesAt!.Value, AnswersBy!.Value,
        VisitorsMayAnswer, Moderation!.Value, ShowsResultsWhileOpen);

    /// <returns>The matters of its own text; none where its languages are cut differently.</returns>
    public IReadOnlyList<Matter>? ToMatters() => OwnWords.ToRichText() is not { } words
        ? []
        : OwnText.Read(words, BothLanguages.Of(typeof(ConsultationTexts), "Opening")) is { } parts ? Matters.Of(parts, ConsultableKind.Text) : null;
}
