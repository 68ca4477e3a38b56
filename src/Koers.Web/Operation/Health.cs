using Koers.App.Storage;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koers.Web.Operation;

/// <summary>Whether the server lives (/health/live), and whether it can answer (/health/ready).</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<RegisterHealth>("register", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder server)
    {
        server.MapHealthChecks(RequestAddress.Health + "/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        server.MapHealthChecks(RequestAddress.Health + "/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    /// <summary>The register can be reached and is up to date.</summary>
    private sealed class RegisterHealth(RegisterContext context) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext check, CancellationToken cancellationToken = default)
        {
            if (!await context.Database.CanConnectAsync(cancellationToken))
                return HealthCheckResult.Unhealthy("The register cannot be reached.");
            return (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Unhealthy("The register is of an earlier version: koers db migrate.")
                : HealthCheckResult.Healthy();
        }
    }
}
