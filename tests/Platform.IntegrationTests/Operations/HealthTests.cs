using System.Net;
using Microsoft.Data.Sqlite;

namespace Platform.IntegrationTests.Operations;

public sealed class HealthTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("demnate.localhost")]
    [InlineData("nowhere.localhost")]
    public async Task Health_answers_on_every_host_with_names_of_statuses_alone(string name)
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var client = host.Client(name);

        Assert.Equal("Healthy", (await client.JsonAsync("/health/live")).GetProperty("status").GetString());
        var ready = await client.JsonAsync("/health/ready");

        Assert.Equal(["status", "checks"], ready.EnumerateObject().Select(property => property.Name));
        Assert.All(ready.GetProperty("checks").EnumerateObject(), check => Assert.Equal("Healthy", check.Value.GetString()));
    }

    [Fact]
    public async Task A_lost_commune_degrades_and_a_lost_national_database_is_not_ready()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var client = host.National();

        Lose(Path.Combine(host.DataFolder, "communes", "larache.db"));
        Assert.Equal("Degraded", (await client.JsonAsync("/health/ready")).GetProperty("checks").GetProperty("commune-databases").GetString());

        Lose(Path.Combine(host.DataFolder, "national.db"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await client.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/health/live"));
    }

    [Fact]
    public async Task A_process_with_jobs_is_ready_when_its_scheduler_runs()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Settings["Jobs:Enabled"] = "true";
        });
        using var client = host.National();

        var status = "";
        for (var tries = 0; tries < 1200 && status != "Healthy"; tries++)
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            using var json = System.Text.Json.JsonDocument.Parse(text);
            status = json.RootElement.GetProperty("checks").GetProperty("scheduler").GetString();
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Healthy", status);
    }

    private static void Lose(string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
        {
            File.Delete(part);
        }
    }
}
