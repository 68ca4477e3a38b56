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
        var format = LogFormats.Option(screen.Vocabulary.Serve);
        var command = new Command("worker", texts.Worker) { access.Option, threads, lease, format };
        command.SetAction((parsed, cancellation) =>
        {
            // Without a file: what a worker is told, arguments and the environment say
            var source = new SettingsFile(screen.Vocabulary.Serve, [LogFormats.Setting], [], [LogFormats.Setting], Environment.GetEnvironmentVariable);
            var isJson = LogFormats.IsJson(screen.Vocabulary.Serve, source, parsed.GetValue(format));
            foreach (var fault in source.Faults)
                Screen.Message(fault);
            return source.Faults.Count > 0 ? Task.FromResult(ExitStatus.Unusable) : access.With(
                parsed,
                isMade: true,
                (_, name) => Work(
                    screen, access.Address(parsed)!, name, defaults with { Threads = parsed.GetValue(threads), Lease = parsed.GetValue(lease) }, isJson),
                cancellation);
        });
        return command;
    }

    private static async Task<int> Work(Screen screen, DatabaseAddress address, string name, RunWorkerSettings settings, bool isJson)
    {
        // The first signal lets it put its run back; a second ends the program at once
        using var signals = new StopSignals();
        using var logs = LoggerFactory.Create(logging => _ = isJson ? logging.AddJsonLines() : logging.AddProvider(new MessageLog()));
        var ready = screen.Vocabulary.Register.WorkerReady.With(settings.Name, name);
        var log = logs.CreateLogger(typeof(WorkerCommand).FullName!);
        if (isJson)
            Serving.Say(log, ready);
        else
            screen.Results.Line(ready);
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
