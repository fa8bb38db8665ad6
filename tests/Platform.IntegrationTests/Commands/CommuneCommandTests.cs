using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;

namespace Platform.IntegrationTests.Commands;

public sealed class CommuneCommandTests
{
    [Theory]
    [InlineData("beni-mellal")]
    [InlineData("05.091.01.01")]
    public async Task A_commune_is_added_by_slug_or_code_with_what_the_directory_knows(string which)
    {
        await using var host = await StartAsync("demnate");

        var said = await host.OperateAsync("communes", "add", which);

        Assert.True(said.Code == 0, said.Text);
        var tenant = await TenantAsync(host, "beni-mellal");
        Assert.Equal(("05.091.01.01", "Béni Mellal", "05", CommuneState.Active), (tenant.Code, tenant.Name.Fr, tenant.RegionCode, tenant.State));
        Assert.True(tenant.Population > 100_000);
        Assert.Contains("http://beni-mellal.localhost", said.Text, StringComparison.Ordinal);
        using var client = host.Commune("beni-mellal");
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await client.StatusAsync("/ar"));
    }

    [Fact]
    public async Task Adding_a_commune_again_changes_nothing()
    {
        await using var host = await StartAsync("demnate");
        await host.OperateAsync("communes", "add", "khenifra");

        var said = await host.OperateAsync("communes", "add", "05.301.01.01");

        Assert.Equal(0, said.Code);
        Assert.Contains("already here", said.Text, StringComparison.Ordinal);
        Assert.Equal(2, await host.InNationAsync(db => db.Set<TenantInfo>().CountAsync()));
    }

    [Fact]
    public async Task An_unknown_commune_is_refused_with_the_names_that_come_near()
    {
        await using var host = await StartAsync("demnate");

        var said = await host.OperateAsync("communes", "add", "khenifr");

        Assert.Equal(1, said.Code);
        Assert.Contains("05.301.01.01", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_commune_answers_503_until_it_is_resumed_and_both_are_kept_with_their_reasons()
    {
        await using var host = await StartAsync("demnate");
        using var client = host.Commune("demnate");

        Assert.Equal(0, (await host.OperateAsync("communes", "suspend", "demnate", "--reason", "council dissolved")).Code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await client.StatusAsync("/ar"));
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/health/ready"));
        Assert.Equal(1, (await host.OperateAsync("communes", "suspend", "demnate", "--reason", "again")).Code);

        Assert.Equal(0, (await host.OperateAsync("communes", "resume", "demnate", "--reason", "new council")).Code);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await client.StatusAsync("/ar"));

        var acts = await host.InNationAsync(db => db.Set<AuditEntry>().Where(entry => entry.Actor.StartsWith("operator:")).OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal([("commune.suspended", "council dissolved"), ("commune.resumed", "new council")], acts.Select(act => (act.Verb, act.Reason)));
        Assert.All(acts, act => Assert.Equal($"operator:{Environment.UserName}", act.Actor));
    }

    [Fact]
    public async Task A_state_is_not_changed_without_a_reason()
    {
        await using var host = await StartAsync("demnate");

        Assert.NotEqual(0, (await host.OperateAsync("communes", "suspend", "demnate")).Code);
        Assert.Equal(CommuneState.Active, (await TenantAsync(host, "demnate")).State);
    }

    [Theory]
    [InlineData("communes", "suspend", "nowhere", "--reason", "x")]
    [InlineData("communes", "export", "nowhere", "--to", "/tmp")]
    [InlineData("communes", "status", "nowhere")]
    [InlineData("communes", "migrate", "--commune", "nowhere")]
    [InlineData("snapshots", "take", "--period", "2026-10", "--commune", "nowhere")]
    [InlineData("no-such-command")]
    public async Task What_is_not_there_is_refused(params string[] args)
    {
        await using var host = await StartAsync("demnate");

        Assert.Equal(1, (await host.OperateAsync(args)).Code);
    }

    [Fact]
    public async Task An_export_holds_every_table_with_counts_and_checksums_and_tells_a_demonstration()
    {
        await using var host = await StartAsync("demnate");
        await host.InNationAsync(async db =>
        {
            (await db.Set<TenantInfo>().SingleAsync()).MarkDemonstration();
            return await db.SaveChangesAsync();
        });
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Add(OutboxMessage.Of("test", new { text = "دمنات" }, host.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        });
        var folder = Path.Combine(host.DataFolder, "exports");

        var said = await host.OperateAsync("communes", "export", "demnate", "--to", folder);

        Assert.True(said.Code == 0, said.Text);
        using var zip = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder)));
        using var manifest = JsonDocument.Parse(Read(zip, "manifest.json"));
        Assert.True(manifest.RootElement.GetProperty("demonstration").GetBoolean());
        Assert.Equal("05.081.01.03", manifest.RootElement.GetProperty("code").GetString());
        var tables = manifest.RootElement.GetProperty("tables").EnumerateArray().ToList();
        foreach (var table in tables)
        {
            var bytes = Read(zip, table.GetProperty("file").GetString()!);
            Assert.Equal(table.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(table.GetProperty("rows").GetInt64(), bytes.LongCount(b => b == '\n'));
        }

        var expected = await host.InCommuneAsync("demnate", services =>
            Task.FromResult(services.GetRequiredService<CommuneContext>().Model.GetRelationalModel().Tables.Select(table => table.Name).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(expected, tables.Select(table => table.GetProperty("table").GetString()!));
        using var message = JsonDocument.Parse(Read(zip, "tables/outbox_messages.jsonl").TakeWhile(b => b != '\n').ToArray());
        Assert.Equal("test", message.RootElement.GetProperty("Kind").GetString());
        Assert.EndsWith("Z", message.RootElement.GetProperty("WrittenAt").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_reason_is_none(string reason)
    {
        await using var host = await StartAsync("demnate");

        var said = await host.OperateAsync("communes", "suspend", "demnate", "--reason", reason);

        Assert.Equal(1, said.Code);
        Assert.Contains("--reason", said.Text, StringComparison.Ordinal);
        Assert.Equal(CommuneState.Active, (await TenantAsync(host, "demnate")).State);
    }

    [Fact]
    public async Task A_slug_in_capitals_means_the_same_commune_to_every_command()
    {
        await using var host = await StartAsync("demnate", "larache");

        Assert.Matches(@"demnate\s+active", (await host.OperateAsync("communes", "status", "DEMNATE")).Text);
        Assert.Contains("1 communes done, 0 failed", (await host.OperateAsync("communes", "migrate", "--commune", "Demnate")).Text, StringComparison.Ordinal);
        Assert.Contains("1 communes done, 0 failed", (await host.OperateAsync("communes", "provision", "--commune", "Demnate")).Text, StringComparison.Ordinal);
        Assert.Contains("completed, 1 communes", (await host.OperateAsync("snapshots", "take", "--period", "2026-10", "--commune", "Demnate")).Text, StringComparison.Ordinal);
        Assert.Contains("1 trails hold", (await host.OperateAsync("audit", "verify", "--commune", "Demnate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_tells_schema_state_and_what_waits()
    {
        await using var host = await StartAsync("demnate");

        var said = await host.OperateAsync("communes", "status", "demnate");

        Assert.Equal(0, said.Code);
        Assert.Matches(@"demnate\s+active\s+no\s+\d{14}_\w+\s+\d+", said.Text);
    }

    [Fact]
    public async Task Migration_goes_over_every_database_and_reports_the_one_that_fails()
    {
        await using var host = await StartAsync("demnate", "larache");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(host.DataFolder, "communes", "larache.db"), "this is no database", TestContext.Current.CancellationToken);

        var said = await host.OperateAsync("communes", "migrate");

        Assert.Equal(1, said.Code);
        Assert.Contains("1 communes done, 1 failed", said.Text, StringComparison.Ordinal);
        Assert.Contains("larache", said.Text, StringComparison.Ordinal);
        Assert.NotNull((await TenantAsync(host, "larache")).LastError);

        var status = await host.OperateAsync("communes", "status");
        Assert.Equal(1, status.Code);
        Assert.Matches(@"larache\s+active\s+no\s+\S+\s+unreadable", status.Text);
        Assert.Matches(@"demnate\s+active\s+no\s+\S+\s+0", status.Text);
    }

    [Fact]
    public async Task Migration_makes_no_empty_database_in_the_place_of_a_lost_one()
    {
        await using var host = await StartAsync("demnate", "larache");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var lost = Path.Combine(host.DataFolder, "communes", "larache.db");
        File.Delete(lost);

        var said = await host.OperateAsync("communes", "migrate");

        Assert.Equal(1, said.Code);
        Assert.Contains("larache: its database is missing", said.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(lost));
        Assert.Matches(@"larache\s+active\s+no\s+\S+\s+no database", (await host.OperateAsync("communes", "status")).Text);
    }

    [Fact]
    public async Task A_database_that_was_lost_is_made_anew_only_where_somebody_says_so()
    {
        await using var host = await StartAsync("larache");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var lost = Path.Combine(host.DataFolder, "communes", "larache.db");
        File.Delete(lost);

        var missing = await host.OperateAsync("communes", "provision", "--commune", "larache");
        Assert.Equal(1, missing.Code);
        Assert.Contains("larache: its database is missing or empty", missing.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(lost));

        // As the first page that is asked for leaves it.
        await File.WriteAllBytesAsync(lost, [], TestContext.Current.CancellationToken);
        Assert.Equal(1, (await host.OperateAsync("communes", "provision", "--commune", "larache")).Code);
        Assert.Contains("is missing or empty", (await TenantAsync(host, "larache")).LastError, StringComparison.Ordinal);

        Assert.Contains("--commune", (await host.OperateAsync("communes", "provision", "--anew")).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await host.OperateAsync("communes", "provision", "--commune", "larache", "--anew")).Code);
        using var larache = host.Commune("larache");
        Assert.Equal(HttpStatusCode.OK, await larache.StatusAsync("/ar/openness/projects/68"));
        Assert.Null((await TenantAsync(host, "larache")).LastError);
    }

    [Fact]
    public async Task The_whole_directory_is_listed_with_codes()
    {
        await using var host = await StartAsync("demnate");

        var said = await host.OperateAsync("communes", "list", "--all");

        Assert.Equal(1503 + 1, said.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches(@"demnate\s+05\.081\.01\.03\s+active", said.Text);
    }

    private static Task<PlatformHost> StartAsync(params string[] communes) => PlatformHost.StartAsync(options => options.Communes = communes);

    private static Task<TenantInfo> TenantAsync(PlatformHost host, string slug) =>
        host.InNationAsync(db => db.Set<TenantInfo>().AsNoTracking().SingleAsync(tenant => tenant.Slug == slug));

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
