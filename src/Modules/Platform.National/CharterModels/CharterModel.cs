using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.National.CharterModels;

/// <summary>A version of the model charter that DGCT offers to communes. A published one is never rewritten: what changes is a new version.</summary>
internal sealed class CharterModel : IRevised
{
    private CharterModel()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    /// <summary>From 1, without gaps; one is being written at a time.</summary>
    public int Number { get; private set; }

    /// <summary>None while it is being written.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>What changed in it, for the communes.</summary>
    public LocalizedText? Note { get; private set; }

    public DateTime EditedAt { get; private set; }

    public List<CharterModelSection> Sections { get; } = [];

    public static CharterModel Draft(int number, DateTime at) => new() { Number = number, EditedAt = at };

    /// <exception cref="InvalidOperationException">It is published: communes rely on it.</exception>
    public void Touch(DateTime at)
    {
        RefuseIfPublished();
        EditedAt = at;
    }

    /// <exception cref="InvalidOperationException">It is published already, or says nothing.</exception>
    public void Publish(LocalizedText note, DateTime at)
    {
        RefuseIfPublished();
        if (Sections.Count == 0)
        {
            throw new InvalidOperationException("A model without sections is no model.");
        }

        (Note, PublishedAt) = (note, at);
    }

    /// <summary>The sections as the document has them, numbered from their places. A section moves among its like.</summary>
    /// <param name="step">-1 up, 1 down.</param>
    public void Arrange(CharterModelSection? moved = null, int step = 0, CharterModelSection? without = null)
    {
        var position = 0;
        var parents = InOrder(null);
        for (var i = 0; i < parents.Count; i++)
        {
            var number = $"{i + 1}";
            parents[i].Place(null, number, ++position);
            var parts = InOrder(parents[i].Key);
            for (var j = 0; j < parts.Count; j++)
            {
                parts[j].Place(parents[i].Key, $"{number}.{j + 1}", ++position);
            }
        }

        List<CharterModelSection> InOrder(string? parent)
        {
            var list = Sections.Where(section => section != without && section.ParentKey == parent).OrderBy(section => section.Position).ToList();
            var from = moved is null ? -1 : list.IndexOf(moved);
            if (from >= 0 && from + step >= 0 && from + step < list.Count)
            {
                (list[from], list[from + step]) = (list[from + step], list[from]);
            }

            return list;
        }
    }

    public ModelCharter ToContract() => new(
        Number, PublishedAt!.Value, Note!,
        [.. Sections.OrderBy(section => section.Position).Select(section => new ModelSection(section.Key, section.ParentKey, section.Number, section.Title, section.Text))]);

    private void RefuseIfPublished()
    {
        if (PublishedAt is not null)
        {
            throw new InvalidOperationException($"Version {Number} of the model charter is published.");
        }
    }
}

internal sealed class CharterModelConfiguration : IEntityTypeConfiguration<CharterModel>
{
    public void Configure(EntityTypeBuilder<CharterModel> builder)
    {
        builder.ToTable("charter_models");
        builder.HasIndex(model => model.Number).IsUnique();
        builder.HasMany(model => model.Sections).WithOne().HasForeignKey(section => section.CharterModelId);
    }
}
