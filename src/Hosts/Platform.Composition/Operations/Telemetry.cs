using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Platform.Composition.Jobs;
using Platform.Tenancy.FanOut;

namespace Platform.Composition.Operations;

/// <summary>
/// Traces, metrics and logs over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; otherwise nothing of it is there. The usual settings of
/// OpenTelemetry are understood: <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> (grpc, http/protobuf), <c>OTEL_SERVICE_NAME</c>.
/// </summary>
internal sealed class Telemetry(Telemetry.Target target) : IHostedLifecycleService, IDisposable
{
    private OpenTelemetrySdk? sdk;

    /// <param name="Endpoint">Base address, without a signal's path.</param>
    internal sealed record Target(Uri Endpoint, OtlpExportProtocol Protocol, string Service)
    {
        public static Target? From(IConfiguration configuration) => configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } endpoint
            ? new(
                new Uri(endpoint.EndsWith('/') ? endpoint : endpoint + "/"),
                configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc,
                configuration["OTEL_SERVICE_NAME"] ?? "musharaka")
            : null;

        public ResourceBuilder Resource => ResourceBuilder.CreateDefault().AddService(Service);
    }

    public static void AddTo(WebApplicationBuilder builder)
    {
        if (Target.From(builder.Configuration) is not { } target)
        {
            return;
        }

        builder.Services.AddSingleton(target);
        builder.Services.AddSingleton<IInterceptor, DatabaseSpans>();
        builder.Services.AddHostedService<Telemetry>();
        builder.Services.AddHostedService<OutboxWatch>();
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeScopes = true;
            logs.IncludeFormattedMessage = true;
            logs.SetResourceBuilder(target.Resource);
            logs.AddOtlpExporter(exporter =>
            {
                exporter.Protocol = target.Protocol;
                exporter.Endpoint = target.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(target.Endpoint, "v1/logs") : target.Endpoint;
            });
        });
    }

    /// <summary>Before the first request and the first job.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        sdk = OpenTelemetrySdk.Create(builder => builder
            .ConfigureResource(resource => resource.AddService(target.Service))
            .WithTracing(traces => traces.AddSource(
                "Microsoft.AspNetCore", "System.Net.Http", "Quartz", ForEachCommune.Activities.Name, DatabaseSpans.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(
                "Microsoft.AspNetCore.*", "Microsoft.EntityFrameworkCore", "System.Runtime", "Quartz",
                "Platform.Jobs", JobLauncher.MeterName, RequestTelemetry.MeterName, OutboxWatch.MeterName))
            .UseOtlpExporter(target.Protocol, target.Endpoint));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the last request and the last job: sends what is left.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        sdk?.Dispose();
        sdk = null;
    }
}
