using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>A goal, a principle, a priority axis, a step of the method, a paper of the work file or a next step.</summary>
internal sealed class Statement
{
    private Statement()
    {
    }

    public int Id { get; private set; }

    public int ProgrammeId { get; private set; }

    public StatementKind Kind { get; private set; }

    /// <summary>From 1, among those of its kind.</summary>
    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public LocalizedText? Text { get; private set; }

    /// <summary>None once the commune has put it in words of its own.</summary>
    public SeedSource? Source { get; private set; }

    public static Statement Of(StatementKind kind, int position, LocalizedText title, LocalizedText? text = null, SeedSource? source = null) =>
        new() { Kind = kind, Position = position, Title = title, Text = text, Source = source.Own() };

    public void Word(int position, LocalizedText title, LocalizedText? text)
    {
        Source = title == Title && text == Text ? Source : null;
        (Position, Title, Text) = (position, title, text);
    }

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
}

internal sealed class StatementConfiguration : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable("openness_statements");
        builder.HasSource(statement => statement.Source);
        builder.HasIndex(statement => new { statement.ProgrammeId, statement.Kind, statement.Position });
    }
}
