using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Commands;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.IntegrationTests.Jobs;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Catalog;

namespace Platform.IntegrationTests.Commands;

public sealed class PlatformCommandTests
{
    [Fact]
    public async Task Without_databases_commands_say_what_to_do()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Provision = false;
        });

        var said = await host.OperateAsync("communes", "list");

        Assert.Equal(1, said.Code);
        Assert.Contains("communes provision", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await host.OperateAsync("communes", "provision")).Code);
        Assert.Equal(0, (await host.OperateAsync("communes", "list")).Code);
    }

    [Fact]
    public async Task The_right_folders_pass_the_check_and_nothing_is_made()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate", "larache"];
            options.Provision = false;
        });

        var said = await host.OperateAsync("tenants", "check");

        Assert.True(said.Code == 0, said.Text);
        Assert.False(File.Exists(Path.Combine(host.DataFolder, "national.db")));
    }

    [Fact]
    public async Task A_mistake_in_a_folder_is_told_with_file_and_line()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        var file = Path.Combine(host.TenantsFolder, "larache", "commune.yaml");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, line => line.StartsWith("code:", StringComparison.Ordinal));
        lines[at] = "code: \"99.999.99.99\"";
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        var said = await host.OperateAsync("tenants", "check");

        Assert.Equal(1, said.Code);
        Assert.Contains("larache/commune.yaml:", said.Text, StringComparison.Ordinal);
        Assert.Contains("99.999.99.99", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_of_every_shared_file_and_between_folders_are_told_at_once()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate", "larache", "settat"];
            options.Provision = false;
        });
        await ReplaceAsync(host, "_standard/charter.yaml", "number: \"1\", title:", "number: \"1\", titel:");
        await ReplaceAsync(host, "larache/commune.yaml", "code: \"01.331.01.03\"", "code: \"05.081.01.03\"");
        await ReplaceAsync(host, "settat/commune.yaml", "slug: settat", "slug: [settat");
        await ReplaceAsync(host, "demnate/action-plan.yaml", "adopted:", "adopted: {{on}}\nadoptd:");

        var said = await host.OperateAsync("tenants", "check");

        Assert.Equal(1, said.Code);
        Assert.Contains("_standard/charter.yaml:4: 'titel' is not known here", said.Text, StringComparison.Ordinal);
        Assert.Matches(@"larache/commune\.yaml:\d+: The code '05\.081\.01\.03' is that of demnate", said.Text);
        Assert.Matches(@"settat/commune\.yaml:\d+: This is no valid YAML", said.Text);
        Assert.Matches(@"demnate/action-plan\.yaml:13: A key is one word", said.Text);
        Assert.DoesNotContain("The file is missing", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number: 2", "number: 22", "'standard' is no axis of the DGCT frame; _standard/axes.yaml has: 1, 22, 3, 4, 5, 6, 7.")]
    [InlineData("title:", "titel:", "_standard/axes.yaml:5: 'titel' is not known here")]
    public async Task Mistakes_of_the_frame_are_told(string right, string wrong, string message)
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Provision = false;
        });
        await ReplaceAsync(host, "_standard/axes.yaml", right, wrong);

        var said = await host.OperateAsync("tenants", "check");

        Assert.Equal(1, said.Code);
        Assert.Contains(message, said.Text, StringComparison.Ordinal);
    }

    private static async Task ReplaceAsync(PlatformHost host, string file, string right, string wrong)
    {
        var path = Path.Combine(host.TenantsFolder, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        await File.WriteAllTextAsync(path, text[..at] + wrong + text[(at + right.Length)..], TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("national", "communes")]
    [InlineData("commune", "outbox_messages")]
    public async Task The_script_for_SQL_Server_creates_the_tables_and_can_be_run_again(string database, string table)
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Provision = false;
        });
        var file = Path.Combine(host.DataFolder, "schema.sql");

        var said = await host.OperateAsync("database", "script", "--engine", "SqlServer", "--database", database, "--to", file);

        Assert.True(said.Code == 0, said.Text);
        var script = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains($"CREATE TABLE [{table}]", script, StringComparison.Ordinal);
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("soon")]
    [InlineData("2026-11")]
    public async Task A_period_that_is_none_or_has_not_ended_is_refused(string period)
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);

        Assert.Equal(1, (await host.OperateAsync("snapshots", "take", "--period", period)).Code);
    }

    [Fact]
    public async Task A_job_run_by_hand_stands_in_the_history_with_why_a_commune_failed()
    {
        var script = new TestJob.Script
        {
            Behaviour = (slug, _, _) => slug == "larache" ? throw new InvalidOperationException("no rows for larache") : Task.CompletedTask,
        };
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate", "larache"];
            options.Settings["Jobs:Attempts"] = "1";
            options.Services = services => services.AddSingleton(script).AddKeyedScoped<ICommuneJob, TestJob>(TestJob.JobName);
        });

        Assert.Equal(1, (await host.OperateAsync("jobs", "run", TestJob.JobName)).Code);
        var said = await host.OperateAsync("jobs", "list");

        Assert.Matches($@"{TestJob.JobName}\s+2026-11-22\s+failed", said.Text);
        Assert.Contains("larache failed after 1 attempts: no rows for larache", said.Text, StringComparison.Ordinal);
        Assert.Contains("nightly-maintenance", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_job_is_refused_with_the_names_of_the_known()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);

        var said = await host.OperateAsync("jobs", "run", "no-such-job");

        Assert.Equal(1, said.Code);
        Assert.Contains("nightly-maintenance", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demonstration_data_is_not_mixed_with_what_people_did()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Add(AuditEntry.Of(host.Clock.GetUtcNow().UtcDateTime, "account:7", "charter.adopted", "charter:1"));
            await db.SaveChangesAsync();
        });

        var said = await host.OperateAsync("demo", "--yes");

        Assert.Equal(1, said.Code);
        Assert.Contains("demnate", said.Text, StringComparison.Ordinal);
        Assert.False((await host.InNationAsync(db => db.Set<TenantInfo>().SingleAsync())).Demonstration);
    }

    [Fact]
    public async Task Demonstration_data_is_made_only_when_the_operator_says_yes()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);

        Assert.Equal(1, (await host.OperateAsync("demo")).Code);
        Assert.False((await host.InNationAsync(db => db.Set<TenantInfo>().SingleAsync())).Demonstration);
    }

    [Fact]
    public async Task A_demonstration_that_was_cut_off_between_two_snapshots_is_completed_by_the_next_command()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var text = new CuttingWriter("Snapshots of 2026-10", cut);
        Assert.Equal(1, await OperatorCommands.RunAsync(["demo", "--yes"], () => host.Services, TextReader.Null, text, text, cut.Token));

        var said = await host.OperateAsync("demo", "--yes");

        Assert.True(said.Code == 0, said.Text);
        Assert.Contains("Snapshots of 2026-10", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Snapshots of 2026-09", said.Text, StringComparison.Ordinal);
        host.Services.GetRequiredService<TenantStore>().Forget();
        using var client = host.Commune("demnate");
        var months = (await client.JsonAsync("/api/v1/indicators/plan-progress")).GetProperty("snapshots").EnumerateArray()
            .Where(snapshot => snapshot.GetProperty("periodicity").GetString() == "monthly")
            .Select(snapshot => snapshot.GetProperty("period").GetString()).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(12, months.Distinct().Count());
        Assert.Equal((12, "2026-10"), (months.Count, months[^1]));
        Assert.Contains("already", (await host.OperateAsync("demo", "--yes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_was_counted_before_the_demonstration_gets_a_new_version_that_says_so()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await host.RunJobAsync("monthly-snapshot", "2026-10");
        using var client = host.Commune("demnate");
        var before = (await client.JsonAsync("/api/v1/indicators/plan-progress")).GetProperty("snapshots").EnumerateArray().ToList();

        Assert.Equal(0, (await host.OperateAsync("demo", "--yes")).Code);

        host.Services.GetRequiredService<TenantStore>().Forget();
        var october = (await client.JsonAsync("/api/v1/indicators/plan-progress")).GetProperty("snapshots").EnumerateArray()
            .Where(snapshot => snapshot.GetProperty("period").GetString() == "2026-10").OrderBy(snapshot => snapshot.GetProperty("version").GetInt32()).ToList();
        Assert.Equal(before[0].GetProperty("value").GetDecimal(), october[0].GetProperty("value").GetDecimal());
        Assert.False(october[0].GetProperty("demonstration").GetBoolean());
        Assert.Equal(2, october[^1].GetProperty("version").GetInt32());
        Assert.True(october[^1].GetProperty("demonstration").GetBoolean());
        Assert.True(october[^1].GetProperty("value").GetDecimal() > 0);
        Assert.Equal("demonstration", october[^1].GetProperty("reason").GetString());
        Assert.Contains("Valeur inventée pour la démonstration", (await client.PageAsync("/fr/indicators/plan-progress")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("قيمة مولدة لأغراض العرض", (await client.PageAsync("/ar/indicators/plan-progress")).Body!.TextContent, StringComparison.Ordinal);
        using var national = host.National();
        var sheet = await national.JsonAsync("/api/v1/indicators?period=2026-10&indicator=plan-progress");
        Assert.Contains("\"demonstration\":true", sheet.GetRawText().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A console that is closed as soon as these words stand on it.</summary>
    private sealed class CuttingWriter(string words, CancellationTokenSource cut) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true)
            {
                cut.Cancel();
            }
        }
    }
}
