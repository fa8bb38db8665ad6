using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Evaluations;

/// <summary>
/// What the committee thinks of a document of the commune after a period: opened by the team, judged by the members of the committee, published as a whole.
/// There is one for a document and a period, and what was published is never judged again.
/// </summary>
internal sealed class Evaluation : IRevised
{
    public const int LongestText = 4000;

    private Evaluation()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    public Evaluated About { get; private set; }

    /// <summary>The plan's number or the charter's version; 1 for the openness programme.</summary>
    public int Document { get; private set; }

    /// <summary>The title of the document as it was when it was evaluated.</summary>
    public LocalizedText Title { get; private set; } = null!;

    public Period Period { get; private set; }

    /// <summary>The day until which the members are asked to judge. Whoever comes later can, until it is published.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What the team asks the committee to look at.</summary>
    public LocalizedText? Lead { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>None while only the committee and the team see it.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>What the committee concludes of it all, as the team published it.</summary>
    public LocalizedText? Conclusion { get; private set; }

    /// <summary>Made up to show the platform, with all that is said in it.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>Its public page, relative to the language's root.</summary>
    public string Link => LinkOf(About, Period);

    /// <summary>What its acts are recorded on: document and period, which no other evaluation ever has.</summary>
    public string Subject => $"evaluation:{About.Word()}/{Period}";

    public static string LinkOf(Evaluated about, Period period) => $"/evaluations/{about.Word()}/{period}";

    public static Evaluation Of(Evaluated about, int document, LocalizedText title, Period period, DateOnly dueOn, LocalizedText? lead, DateTime now, bool demonstration = false) =>
        new() { About = about, Document = document, Title = title, Period = period, DueOn = dueOn, Lead = lead, OpenedAt = now, Demonstration = demonstration };

    public void Ask(DateOnly dueOn, LocalizedText? lead) => (DueOn, Lead) = (dueOn, lead);

    public void Publish(LocalizedText? conclusion, DateTime now)
    {
        if (PublishedAt is null)
        {
            (Conclusion, PublishedAt) = (conclusion, now);
        }
    }
}

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("evaluations");
        builder.Ignore(evaluation => evaluation.Link);
        builder.Ignore(evaluation => evaluation.Subject);
        builder.HasIndex(evaluation => new { evaluation.About, evaluation.Period }).IsUnique();
    }
}
