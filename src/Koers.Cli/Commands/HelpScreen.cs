using System.CommandLine;
using System.CommandLine.Invocation;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>The help of a command, with examples and exit statuses; the library's own screen knows neither, nor Dutch.</summary>
internal sealed class HelpScreen(Screen screen) : SynchronousCommandLineAction
{
    private readonly Page _page = screen.Results;
    private readonly CommandTexts _texts = screen.Vocabulary.Commands;

    // Help is asked for: it does not matter what else is wrong
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command);
        return ExitStatus.Done;
    }

    internal void Write(Command command)
    {
        var isRoot = command is RootCommand;
        _page.Paragraph(command.Description ?? "");
        _page.Heading(_texts.UsageTitle);
        _page.Paragraph(Usage(command), 2);
        Section(_texts.CommandsTitle, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        Section(_texts.ArgumentsTitle, command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(_texts.OptionsTitle, Options(command).Select(option => (Names(option), option.Description)));
        // Of a group as a whole: what comes out of the one goes into the other
        Examples(command.Parents.OfType<Command>().FirstOrDefault()?.Name is { } group and ("run" or "schedule") ? group : command.Name);
        if (isRoot)
        {
            Section(_texts.ExitStatusTitle, Statuses().Select(status => ($"{status.Item1}", (string?)status.Item2)));
            _page.Blank();
            _page.Paragraph(_texts.MoreHelp);
        }
    }

    private string Usage(Command command) => command.Subcommands.Count > 0
        ? $"{Path(command)} <{_texts.CommandValue}> [{_texts.OptionsValue}]"
        : string.Join(' ', [
            Path(command), .. command.Arguments.Select(Needed), .. command.Options.Where(option => option.Required).Select(Names),
            $"[{_texts.OptionsValue}]",
        ]);

    private static string Path(Command command) =>
        command is RootCommand ? "koers" : $"{Path(command.Parents.OfType<Command>().First())} {command.Name}";

    // An argument that may be given more than once: PLAN PLAN…
    private static string Needed(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name} {argument.Name}…" : argument.Name;

    private static IEnumerable<Option> Options(Command command) => command.Options
        .Concat(Above(command).SelectMany(parent => parent.Options).Where(option => option.Recursive))
        .Where(option => !option.Hidden);

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias is ['-', not '-'] or ['-', 'o']).Append(option.Name));
        return option.HelpName is { Length: > 0 } value ? $"{names} <{value}>" : names;
    }

    private void Section(string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var table = new TextTable(new Column("", Style: Styles.Strong), new Column("", Fit: Fit.Wrap, Least: 20));
        var any = false;
        foreach (var (name, text) in rows)
        {
            table.Row(name, text ?? "");
            any = true;
        }

        if (!any)
            return;
        _page.Heading(title);
        table.Write(_page);
    }

    private void Examples(string command)
    {
        var examples = HelpExamples.Of(screen.Vocabulary, command);
        _page.Heading(_texts.ExamplesTitle);
        foreach (var (line, text) in examples)
        {
            _page.Paragraph(line, 2, Styles.Strong);
            _page.Paragraph(text, 6);
        }
    }

    private IEnumerable<(int, string)> Statuses() =>
    [
        (ExitStatus.Done, _texts.ExitDone),
        (ExitStatus.DoesNotHold, _texts.ExitDoesNotHold),
        (ExitStatus.Unusable, _texts.ExitUnusable),
        (ExitStatus.Infeasible, _texts.ExitInfeasible),
        (ExitStatus.NoPlan, _texts.ExitNoPlan),
        (ExitStatus.Failure, _texts.ExitFailure),
        (ExitStatus.Interrupted, _texts.ExitInterrupted),
        (ExitStatus.Terminated, _texts.ExitTerminated),
    ];
}
