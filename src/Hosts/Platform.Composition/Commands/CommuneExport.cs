using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Engines;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Tenancy.FanOut;

namespace Platform.Composition.Commands;

/// <summary>What an export says of itself.</summary>
/// <param name="Format">Grows when the layout of the archive changes.</param>
/// <param name="Schema">Last migration of the database, which names the tables' columns.</param>
/// <param name="Demonstration">The data was generated to show the platform.</param>
internal sealed record ExportManifest(
    int Format, string Slug, string Code, LocalizedText Name, string Schema, DateTime ExportedAt, bool Demonstration, IReadOnlyList<ExportedTable> Tables);

/// <param name="Sha256">Over the file's bytes.</param>
internal sealed record ExportedTable(string Table, string File, long Rows, string Sha256);

/// <summary>A zip with a file of JSON lines per table and a manifest with counts and checksums, read from the database in one transaction.</summary>
internal static class CommuneExport
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions Indented = new(Json) { WriteIndented = true };

    public static async Task<ExportManifest> WriteAsync(Operator console, Commune commune, string file, DateTime now, CancellationToken cancellation)
    {
        var partial = file + ".part";
        try
        {
            await using var scope = console.Get<CommuneScopes>().Create(commune);
            var db = scope.ServiceProvider.GetRequiredService<CommuneContext>();
            var manifest = await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop => await WriteZipAsync(db, commune, partial, now, stop), cancellation);
            File.Move(partial, file, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<ExportManifest> WriteZipAsync(CommuneContext db, Commune commune, string file, DateTime now, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAsync(cancellation);
        await using var zip = await ZipArchive.CreateAsync(File.Create(file), ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancellation);
        var tables = new List<ExportedTable>();
        foreach (var table in TableRows.Of(db))
        {
            tables.Add(await WriteTableAsync(db, zip, table, cancellation));
        }

        var schema = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Last();
        var manifest = new ExportManifest(Format, commune.Slug, commune.Code, commune.Name, schema, now, commune.Demonstration, tables);
        await using var entry = await zip.CreateEntry("manifest.json").OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(entry, manifest, Indented, cancellation);
        return manifest;
    }

    private static async Task<ExportedTable> WriteTableAsync(CommuneContext db, ZipArchive zip, TableRows table, CancellationToken cancellation)
    {
        var name = $"tables/{table.Name}.jsonl";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        var rows = 0L;
        await foreach (var row in table.ReadAsync(db, cancellation))
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(row, Json), (byte)'\n'];
            hash.AppendData(line);
            await entry.WriteAsync(line, cancellation);
            rows++;
        }

        return new(table.Name, name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
