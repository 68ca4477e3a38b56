using System.CommandLine;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Web.Operation;
using Microsoft.Extensions.Logging;

namespace Koers.Cli.Commands;

/// <summary><c>koers worker</c>: does the planning runs of a register, on this machine, until it is stopped.</summary>
internal static class WorkerCommand
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(2);

    public static Command Create(Screen screen)
    {
        var (texts, commands, defaults) = (screen.Vocabulary.Register, screen.Vocabulary.Commands, new RunWorkerSettings());
        var access = new RegisterAccess(screen);
        var threads = SharedSymbols.Value(
            "--threads", commands.Threads, commands.NumberValue, Environment.ProcessorCount,
            text => OptionValues.Whole(text, 1, OptionValues.MostThreads), commands.BadThreads, $"{OptionValues.MostThreads}");
        var lease = SharedSymbols.Value(
            "--lease", texts.Lease, commands.DurationValue, defaults.Lease, text => OptionValues.Time(text) is { } time && time >= ShortestLease ? time : null,
            texts.BadLease);
        var command = new Command("worker", texts.Worker) { access.Option, threads, lease };
        command.SetAction((parsed, cancellation) => access.With(
            parsed,
            isMade: true,
            (_, name) => Work(
                screen, access.Address(parsed)!, name, defaults with { Threads = parsed.GetValue(threads), Lease = parsed.GetValue(lease) }),
            cancellation));
        return command;
    }

    private static async Task<int> Work(Screen screen, DatabaseAddress address, string name, RunWorkerSettings settings)
    {
        // The first signal lets it put its run back; a second ends the program at once
        using var signals = new StopSignals();
        using var logs = LoggerFactory.Create(log => log.AddProvider(new MessageLog()));
        screen.Results.Line(screen.Vocabulary.Register.WorkerReady.With(settings.Name, name));
        using var telemetry = Telemetry.OfWorker(address, TimeProvider.System);
        var worker = new RunWorker(address, settings, TimeProvider.System, logs.CreateLogger<RunWorker>());
        var bell = RunService.BellFor(address);
        await new RunService(worker, bell, logs.CreateLogger<RunService>()).Run(signals.Token);
        (bell as IDisposable)?.Dispose();
        return ExitStatus.Done;
    }

    /// <summary>What happened, a line each, on standard error.</summary>
    private sealed class MessageLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Screen.Message(formatter(state, exception) + (exception is null ? "" : $": {exception}"));

        public void Dispose()
        {
            // Nothing to let go of
        }
    }
}
