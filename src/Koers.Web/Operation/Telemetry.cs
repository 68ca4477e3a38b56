using Koers.App.Operation;
using Koers.App.Storage;
using Koers.Web.Api;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Koers.Web.Operation;

/// <summary>Traces and metrics (OpenTelemetry), sent where OTEL_EXPORTER_OTLP_ENDPOINT says; nothing is gathered where it says nothing.</summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static bool IsAsked => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint));

    /// <summary>Sends what a worker measures that is no part of a server.</summary>
    /// <param name="address">The register that it works for.</param>
    /// <param name="clock">The time.</param>
    /// <returns>Sends what is left when it is disposed of; null where nothing is to be sent.</returns>
    public static IDisposable? OfWorker(DatabaseAddress address, TimeProvider clock) =>
        IsAsked ? OpenTelemetrySdk.Create(telemetry => Add(telemetry, address, clock)) : null;

    internal static void AddTelemetry(this IServiceCollection services, ServerSettings settings)
    {
        if (!IsAsked)
            return;
        Add(services.AddOpenTelemetry(), settings.Database, settings.Clock)
            // Routes, not addresses: what is searched for or typed can be personal
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(web =>
                web.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.path", null).SetTag("url.query", null)))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation());
    }

    private static IOpenTelemetryBuilder Add(IOpenTelemetryBuilder telemetry, DatabaseAddress address, TimeProvider clock) => telemetry
        // What the environment says goes before the name that Koers gives itself
        .ConfigureResource(resource => resource.AddService("koers", serviceVersion: ApiDocument.Version).AddEnvironmentVariableDetector())
        .WithTracing(traces => traces.AddSource(Instruments.Name))
        .WithMetrics(metrics => metrics.AddMeter(Instruments.Name).AddRuntimeInstrumentation().AddInstrumentation(() => new RunQueueLength(address, clock)))
        .UseOtlpExporter();
}
