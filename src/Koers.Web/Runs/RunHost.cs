using Koers.App.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Runs;

/// <summary>Plans inside the server, as long as it runs.</summary>
internal sealed class RunHost(RunService service) : BackgroundService
{
    /// <summary>Adds planning runs: the use cases, the bell, and the worker unless the server only serves.</summary>
    public static void Add(IServiceCollection services, ServerSettings settings)
    {
        services.AddScoped<RunDesk>();
        services.AddScoped<RunList>();
        services.AddSingleton(RunService.BellFor(settings.Database));
        if (settings.PlanningThreads == 0)
            return;
        var defaults = new RunWorkerSettings();
        services.AddSingleton(provider => new RunWorker(
            settings.Database, defaults with { Threads = settings.PlanningThreads ?? defaults.Threads }, settings.Clock,
            provider.GetRequiredService<ILogger<RunWorker>>()));
        services.AddSingleton<RunService>();
        services.AddHostedService<RunHost>();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => service.Run(stoppingToken);
}
