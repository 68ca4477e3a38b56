using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Operation;

/// <summary>Reads what callers ask most while the server is still starting, so that the first of them need not wait for it.</summary>
internal sealed partial class ReadingAhead(IServiceScopeFactory scopes, RegisterMemory memory, ILogger<ReadingAhead> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await memory.Now(scope.ServiceProvider.GetRequiredService<RegisterContext>(), stoppingToken);
            // Nobody has this token; the question itself is ready from then on
            await scope.ServiceProvider.GetRequiredService<ApiClientRegister>().Recognise("", stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Callers will find the same, and are told
            Failed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The register could not be read ahead")]
    private static partial void Failed(ILogger log, Exception e);
}
