using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Diagnostics;
using System.Reflection;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>The whole command line: its commands, its language, and what happens when something goes wrong.</summary>
internal static class CommandLine
{
    public static int Run(string[] arguments)
    {
        MessageWriter.Install();
        var language = LanguageChoice.For(arguments, Environment.GetEnvironmentVariable);
        try
        {
            AppDomain.CurrentDomain.UnhandledException += (_, e) =>
                Environment.Exit(Failure.Tell(language, e.ExceptionObject as Exception));
            if (Environment.GetEnvironmentVariable("KOERS_DEBUG") == "1")
                Trace.Listeners.Add(new TextWriterTraceListener(Console.Error));
            return Parse(Screen.Open(language, Environment.GetEnvironmentVariable), arguments);
        }
        catch (Exception e)
        {
            return Failure.Tell(language, e);
        }
    }

    private static int Parse(Screen screen, string[] arguments)
    {
        var root = Root(screen);
        // What people type who do not know a program yet
        if (arguments is ["help", .. var rest])
            arguments = [.. rest, "--help"];
        // A file name may begin with @, and no file adds arguments
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var isCommand = parsed.Action == parsed.CommandResult.Command.Action;
        if (parsed.Action is ParseErrorAction || (isCommand && UsageFaults.Misspelt(parsed).Any()))
            return new UsageFaults(screen.Vocabulary.Commands).Invoke(parsed);
        // The signals are ours: the first Ctrl-C keeps the plan
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static RootCommand Root(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var help = new HelpScreen(screen);
        var root = new RootCommand(texts.Koers)
        {
            PlanCommand.Create(screen), CheckCommand.Create(screen), ExplainCommand.Create(screen), PricesCommand.Create(screen),
            SilosCommand.Create(screen), FrontierCommand.Create(screen), RobustCommand.Create(screen), RiskCommand.Create(screen),
            ReplanCommand.Create(screen), CompareCommand.Create(screen), RepairCommand.Create(screen), ValidateCommand.Create(screen),
            ExportMpsCommand.Create(screen), DatabaseCommand.Create(screen), AuditCommand.Create(screen), UserCommand.Create(screen),
            ServeCommand.Create(screen), DemoCommand.Create(screen), WorkerCommand.Create(screen),
            RunCommand.Create(screen), ScheduleCommand.Create(screen),
        };
        foreach (var command in ExchangeCommands.Create(screen))
            root.Subcommands.Add(command);
        var language = SharedSymbols.Value(
            "--language", texts.Language, "en|nl", screen.Vocabulary.Language, LanguageChoice.FromCode, texts.BadLanguage);
        language.Recursive = true;
        root.Options.Add(language);
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
                (option.Description, option.Action) = (texts.Help, help);
            else if (option is VersionOption)
                (option.Description, option.Action) = (texts.Version, new VersionLine(screen));
        }

        // A command that only holds others says which
        foreach (var group in root.Subcommands.Where(command => command.Subcommands.Count > 0).Append(root))
            group.SetAction(_ =>
            {
                help.Write(group);
                return ExitStatus.Done;
            });
        return root;
    }

    private sealed class VersionLine(Screen screen) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            screen.Results.Line("koers " + version.Split('+')[0]);
            return ExitStatus.Done;
        }
    }
}
