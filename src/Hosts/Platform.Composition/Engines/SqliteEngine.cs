using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Platform.Tenancy.Connections;

namespace Platform.Composition.Engines;

/// <summary>
/// A file per commune. A new file is a copy of a template that was migrated once: making it with migrations costs some three hundred times more,
/// which is felt at 1,503 communes.
/// </summary>
internal sealed class SqliteEngine : IDatabaseEngine, IDisposable
{
    private readonly SemaphoreSlim making = new(1, 1);
    private readonly Dictionary<Type, byte[]> templates = [];

    public async Task<string> MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!File.Exists(file))
        {
            await CopyTemplateAsync(context, file, cancellation);
        }

        if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await context.Database.MigrateAsync(cancellation);
        }

        return (await context.Database.GetAppliedMigrationsAsync(cancellation)).Last();
    }

    public async Task MaintainAsync(DbContext context, CancellationToken cancellation) =>
        await context.Database.ExecuteSqlRawAsync("PRAGMA optimize; PRAGMA wal_checkpoint(PASSIVE);", cancellation);

    public void Dispose() => making.Dispose();

    private async Task CopyTemplateAsync(DbContext context, string file, CancellationToken cancellation)
    {
        await making.WaitAsync(cancellation);
        try
        {
            if (!templates.TryGetValue(context.GetType(), out var template))
            {
                templates[context.GetType()] = template = await MakeTemplateAsync(context, cancellation);
            }

            // Written aside and moved, so that a process killed here leaves no half file behind.
            var partial = file + ".new";
            await File.WriteAllBytesAsync(partial, template, cancellation);
            File.Move(partial, file, overwrite: false);
        }
        finally
        {
            making.Release();
        }
    }

    private static async Task<byte[]> MakeTemplateAsync(DbContext context, CancellationToken cancellation)
    {
        var connection = context.Database.GetConnectionString();
        var path = Path.Combine(Path.GetTempPath(), $"template-{Guid.NewGuid():N}.db");
        try
        {
            context.Database.SetConnectionString($"Data Source={path};Pooling=False");
            await context.Database.MigrateAsync(cancellation);

            // The mode is kept in the file: every copy starts in WAL.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE);", cancellation);
            await context.Database.CloseConnectionAsync();
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        finally
        {
            context.Database.SetConnectionString(connection);
            foreach (var leftover in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
            {
                File.Delete(leftover);
            }
        }
    }
}
