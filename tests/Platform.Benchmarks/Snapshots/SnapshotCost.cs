using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.FanOut;
using Platform.TestKit;

namespace Platform.Benchmarks.Snapshots;

/// <summary>
/// The snapshot of a month beside the very commands that it issues, sent through ADO.NET in one transaction. A host that is watched records the commands
/// of every month; then another one, that nobody watches, takes the months again, and both sides start from the same file, month by month.
/// </summary>
internal static class SnapshotCost
{
    private const string Commune = "beni-mellal";
    private const string Job = "monthly-snapshot";
    private const double Goal = 1.5;
    private const int Times = 3;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var (original, months) = await RecordAsync();
        await using var host = await StartAsync(options => options.Watched = false);
        var tenant = await TenantAsync(host);
        var connection = ConnectionOf(host);
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        var copy = file + ".copy";
        var copyConnection = new SqliteConnectionStringBuilder(connection) { DataSource = copy }.ConnectionString;

        await WarmUp.RunAsync(async () => await RunAllAsync());
        var rounds = new List<(Measured Run, Measured Sql)>();
        for (var time = 0; time < Times; time++)
        {
            rounds.AddRange(await RunAllAsync());
        }

        await CheckAsync(connection, copyConnection);
        var wall = Measured.Median(rounds.Select(round => round.Run.Wall / round.Sql.Wall));
        var cpu = Measured.Median(rounds.Select(round => round.Run.Cpu / round.Sql.Cpu));
        var perMonth = Measured.Median(months.Select(month => (double)month.Commands.Count));
        return
        [
            new(
                "snapshot of a month, Béni Mellal ÷ the SQL that it issues: CPU",
                $"{Middle(rounds, round => round.Run.Cpu)} and {Middle(rounds, round => round.Sql.Cpu)} ms; {perMonth:F0} commands a month, medians of {months.Count} months, {Times} times",
                Machine.Round(cpu), "≤ 1.5", cpu <= Goal),
            new("the same: time", $"{Middle(rounds, round => round.Run.Wall)} and {Middle(rounds, round => round.Sql.Wall)} ms", Machine.Round(wall), "", null),
        ];

        // Month by month, one side after the other, either first in turn, each on its own file as it was at the beginning.
        async Task<List<(Measured Run, Measured Sql)>> RunAllAsync()
        {
            SqliteConnection.ClearAllPools();
            foreach (var database in new[] { file, copy })
            {
                File.Delete(database + "-wal");
                File.Delete(database + "-shm");
                await File.WriteAllBytesAsync(database, original);
            }

            var taken = new List<(Measured Run, Measured Sql)>();
            foreach (var (key, commands) in months)
            {
                if (taken.Count % 2 == 0)
                {
                    var run = await Measured.OfAsync(() => TakeAsync(host, tenant, key));
                    taken.Add((run, await Measured.OfAsync(() => ReplayAsync(copyConnection, commands))));
                }
                else
                {
                    var sql = await Measured.OfAsync(() => ReplayAsync(copyConnection, commands));
                    taken.Add((await Measured.OfAsync(() => TakeAsync(host, tenant, key)), sql));
                }
            }

            return taken;
        }
    }

    /// <summary>The file before the first month, and the commands of each.</summary>
    private static async Task<(byte[] Original, List<(string Key, IReadOnlyList<RecordedCommand> Commands)> Months)> RecordAsync()
    {
        var recorder = new Recorder();
        await using var host = await StartAsync(options => options.Services = services => services.AddSingleton<IInterceptor>(recorder));
        var connection = ConnectionOf(host);
        var original = await TakeFileAsync(connection, new SqliteConnectionStringBuilder(connection).DataSource);
        var tenant = await TenantAsync(host);
        var months = new List<(string Key, IReadOnlyList<RecordedCommand> Commands)>();
        for (var month = Period.Month(2020, 1); month <= Period.Month(2026, 10); month = month.Next())
        {
            recorder.Start();
            await TakeAsync(host, tenant, month.ToString());
            months.Add((month.ToString(), recorder.Stop()));
        }

        return (original, months);
    }

    private static Task<PlatformHost> StartAsync(Action<PlatformHostOptions> configure) => PlatformHost.StartAsync(options =>
    {
        options.Communes = [Commune];
        options.Settings["Site:CatalogSeconds"] = "10";
        configure(options);
    });

    private static string ConnectionOf(PlatformHost host) => host.Services.GetRequiredService<TenantConnections>().For(Commune);

    private static string Middle(List<(Measured Run, Measured Sql)> rounds, Func<(Measured Run, Measured Sql), TimeSpan> time) =>
        Machine.Round(Measured.Median(rounds.Select(round => time(round).TotalMilliseconds)));

    /// <summary>As the runner of jobs does it, which has read the catalog for all communes before.</summary>
    private static async Task TakeAsync(PlatformHost host, Tenant tenant, string month)
    {
        await using var scope = host.Services.GetRequiredService<CommuneScopes>().Create(tenant.Commune);
        await scope.ServiceProvider.GetRequiredKeyedService<ICommuneJob>(Job).RunAsync(month, CancellationToken.None);
    }

    private static async Task<Tenant> TenantAsync(PlatformHost host) =>
        (await host.Services.GetRequiredService<TenantStore>().BySlugAsync(Commune, CancellationToken.None))!;


    private static async Task ReplayAsync(string connectionString, IReadOnlyList<RecordedCommand> commands)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        var values = Array.Empty<object>();
        foreach (var recorded in commands)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = recorded.Text;
            foreach (var (name, value, type) in recorded.Parameters)
            {
                command.Parameters.Add(new SqliteParameter(name, type) { Value = value });
            }

            await using var reader = await command.ExecuteReaderAsync();
            do
            {
                values = values.Length < reader.FieldCount ? new object[reader.FieldCount] : values;
                while (await reader.ReadAsync())
                {
                    reader.GetValues(values);
                }
            }
            while (await reader.NextResultAsync());
        }

        await transaction.CommitAsync();
    }

    private static async Task<byte[]> TakeFileAsync(string connectionString, string file)
    {
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>Both sides must have written the same.</summary>
    private static async Task CheckAsync(string one, string other)
    {
        var (first, second) = (await CountAsync(one), await CountAsync(other));
        if (first != second || first == 0)
        {
            throw new InvalidOperationException($"The snapshot wrote {first} rows, its SQL {second}: they do not compare.");
        }
    }

    private static async Task<long> CountAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM outbox_messages) + (SELECT COUNT(*) FROM indicator_snapshots)";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
