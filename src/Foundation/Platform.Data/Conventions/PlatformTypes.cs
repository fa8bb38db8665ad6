using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Data.Conventions;

/// <summary>How the words of the kernel are stored, the same on every engine and in every room.</summary>
internal static class PlatformTypes
{
    public static void UsePlatformTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
        conventions.Properties<Period>().HaveConversion<PeriodConverter>().HaveMaxLength(7);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<decimal>().HavePrecision(18, 4);
    }

    /// <summary>
    /// SQL Server refuses several cascade paths to one table, and nothing here is deleted by accident: no relation cascades. What is owned stands in its
    /// owner's row and goes with it.
    /// </summary>
    public static void RefuseCascades(this ModelBuilder model)
    {
        foreach (var key in model.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).Where(key => !key.IsOwnership))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
        text => JsonSerializer.Serialize(text, Json),
        json => JsonSerializer.Deserialize<LocalizedText>(json, Json)!)
    {
        // Arabic stays readable in the database.
        private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    }

    private sealed class PeriodConverter() : ValueConverter<Period, string>(period => period.ToString(), text => Period.Parse(text));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? instant : NotUtc(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        private static DateTime NotUtc() => throw new InvalidOperationException("Instants are stored in UTC: take them from TimeProvider.");
    }
}
