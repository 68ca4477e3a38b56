using Koers.App.Requests;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koers.Cli.Commands;

/// <summary>Runs a server until it is asked to stop.</summary>
internal static partial class Serving
{
    private const string Documentation = "/api/docs";

    /// <summary>Starts, says where, and waits for a signal; a clear line where the address cannot be had.</summary>
    /// <param name="screen">Where it is said.</param>
    /// <param name="settings">What the server needs to know.</param>
    /// <param name="built">The server, which may be being put together still.</param>
    /// <param name="option">The option by which another address is chosen.</param>
    /// <param name="started">What more to say once it listens.</param>
    public static async Task<int> Run(
        Screen screen, ServerSettings settings, Task<WebApplication> built, string option, Action? started = null)
    {
        var texts = screen.Vocabulary.Serve;
        if (!DutchTime.IsKnown)
            Screen.Message(texts.NoDutchTime);
        using var signals = new StopSignals();
        await using var server = await built;
        try
        {
            await server.StartAsync(signals.Token);
        }
        catch (OperationCanceledException) when (signals.IsStopping)
        {
            return ExitStatus.Done;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or UnauthorizedAccessException)
        {
            Screen.Message(texts.NoAddress.With(settings.Addresses, Cause(e), option));
            return ExitStatus.Unusable;
        }

        var log = server.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Serving).FullName!);
        // Where programs read the log, what the server says of itself is in it
        void Tell(Action<string> otherwise, string text)
        {
            if (settings.LogsJson)
                Say(log, text);
            else
                otherwise(text);
        }

        foreach (var url in server.Urls)
            Tell(line => screen.Results.Line(line), texts.Listening.With(url));
        Tell(line => screen.Results.Line(line), texts.Documentation.With(server.Urls.First() + Documentation));
        started?.Invoke();
        await Stopped(server, signals);
        Tell(Screen.Message, texts.Stopping);
        // Not the token of the signals: what is being answered is finished
        await server.StopAsync(CancellationToken.None);
        Tell(Screen.Message, texts.Stopped);
        return ExitStatus.Done;
    }

    /// <summary>Says something to people in the log.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "{Text}")]
    public static partial void Say(ILogger log, string text);

    /// <summary>Begins to put a server together, on another processor than the one that looks at the register meanwhile.</summary>
    public static Task<WebApplication> Build(ServerSettings settings) => Task.Run(() =>
    {
        var server = KoersServer.Build(settings);
        // Goes on by itself: what is not ready when the server starts is made then
        _ = Task.Run(() => KoersServer.Prepare(server));
        return server;
    });

    private static async Task Stopped(WebApplication server, StopSignals signals)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(signals.Token, server.Lifetime.ApplicationStopping);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = either.Token.Register(stopped.SetResult);
        await stopped.Task;
    }

    // The message of the server names its address once more
    private static string Cause(Exception exception) => (exception.InnerException ?? exception).GetBaseException().Message.TrimEnd('.');
}
