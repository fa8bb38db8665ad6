using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.UnitTests.Architecture;

/// <summary>Rules about the tables, so that what works on SQLite works on SQL Server.</summary>
internal static class Models
{
    /// <summary>SQL Server refuses to index more.</summary>
    private const int KeyBytes = 900;

    public static IEnumerable<string> Breaches(IModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys().Where(key => !key.IsOwnership && key.DeleteBehavior is not (DeleteBehavior.Restrict or DeleteBehavior.NoAction)))
            {
                yield return $"{entity.DisplayName()} cascades along {key.Properties[0].Name}";
            }

            var columns = entity.GetIndexes().Select(index => index.Properties)
                .Concat(entity.GetKeys().Select(key => key.Properties));
            foreach (var properties in columns)
            {
                var bytes = properties.Sum(Bytes);
                if (bytes > KeyBytes)
                {
                    yield return $"{entity.DisplayName()} ({string.Join(", ", properties.Select(property => property.Name))}) takes {bytes} bytes as a key";
                }
            }
        }
    }

    private static long Bytes(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return stored == typeof(string) || stored == typeof(byte[]) ? 2L * (property.GetMaxLength() ?? int.MaxValue) : 16;
    }
}
