using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.IntegrationTests.Commands;

namespace Platform.IntegrationTests.Operations;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_arrive_with_the_commune_and_without_what_was_typed()
    {
        await using var receiver = await Receiver.StartAsync();
        await using (var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address;
            options.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            options.Settings["OTEL_SERVICE_NAME"] = "musharaka-under-test";
        }))
        {
            using var client = host.Commune("demnate");
            await client.StatusAsync("/ar/charter?q=0612345678");
            await client.StatusAsync("/health/ready");
            await host.OperateAsync("jobs", "run", "nightly-maintenance");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        var traces = receiver.Received("/v1/traces");
        foreach (var word in new[] { "musharaka-under-test", "commune", "demnate", "http.response.status_code", "nightly-maintenance", "db query" })
        {
            Assert.Contains(word, traces, StringComparison.Ordinal);
        }

        var metrics = receiver.Received("/v1/metrics");
        foreach (var meter in new[] { "platform.requests", "platform.job.runs", "platform.job.commune.duration", "platform.outbox.age", "demnate" })
        {
            Assert.Contains(meter, metrics, StringComparison.Ordinal);
        }

        var logs = receiver.Received("/v1/logs");
        Assert.Contains("nightly-maintenance", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("0612345678", traces + metrics + logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_collected()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);

        Assert.Null(host.Services.GetService<Platform.Composition.Operations.Telemetry.Target>());
    }

    [Fact]
    public async Task A_catalog_that_does_not_answer_for_a_moment_ends_no_watch()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var watch = ActivatorUtilities.CreateInstance<Composition.Operations.OutboxWatch>(host.Services);
        var asked = false;
        host.Meddler.BeforeReading("FROM \"communes\"", () =>
        {
            asked = true;
            throw new InvalidOperationException("The catalog does not answer.");
        });

        await watch.LookAsync(TestContext.Current.CancellationToken);

        Assert.True(asked);
    }

    /// <summary>What a collector is to the product: it takes OTLP over HTTP.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(string Path, string Body)> received = [];

        private Receiver(WebApplication app) => this.app = app;

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var receiver = new Receiver(builder.Build());
            receiver.app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                receiver.received.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
                return Results.Bytes([], "application/x-protobuf");
            });
            await receiver.app.StartAsync();
            return receiver;
        }

        public string Received(string path) => string.Concat(received.Where(message => message.Path == path).Select(message => message.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
