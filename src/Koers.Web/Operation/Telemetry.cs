using Koers.Web.Api;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Koers.Web.Operation;

/// <summary>Traces and metrics (OpenTelemetry), sent where OTEL_EXPORTER_OTLP_ENDPOINT says; nothing is gathered where it says nothing.</summary>
internal static class Telemetry
{
    /// <summary>Names of what Koers itself measures.</summary>
    public const string Source = "Koers";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("koers", serviceVersion: ApiDocument.Version))
            // Routes, not addresses: what is searched for can be personal
            .WithTracing(traces => traces.AddSource(Source).AddAspNetCoreInstrumentation(web =>
                web.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null)))
            .WithMetrics(metrics => metrics.AddMeter(Source).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }
}
