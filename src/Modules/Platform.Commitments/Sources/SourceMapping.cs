using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data.Seeding;

namespace Platform.Commitments.Sources;

internal static class SourceMapping
{
    /// <summary>Keeps the source in two columns of the owner's row.</summary>
    public static void HasSource<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, SeedSource?>> source, string prefix = "Source")
        where T : class
    {
        builder.OwnsOne(source, columns =>
        {
            columns.Property(value => value.Document).HasColumnName(prefix + "Document").HasMaxLength(SeedSource.DocumentLength);
            columns.Property(value => value.Section).HasColumnName(prefix + "Section").HasMaxLength(SeedSource.SectionLength);
        });
    }

    /// <summary>An item that inherits its parent's source keeps a copy: EF Core tracks each owned value with its one owner.</summary>
    public static SeedSource? Own(this SeedSource? source) => source is null ? null : source with { };
}
