using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>Says in one line per fault what is wrong with the command line, in the language spoken: the parser knows no Dutch.</summary>
internal sealed partial class UsageFaults(CommandTexts texts) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = CommandPath(parseResult.CommandResult);
        foreach (var line in Lines(parseResult, command).Distinct(StringComparer.Ordinal))
            Screen.Message(line);
        Screen.Message(texts.SeeHelp.With(command));
        return ExitStatus.Unusable;
    }

    private IEnumerable<string> Lines(ParseResult parsed, string command)
    {
        var unknown = Misspelt(parsed).Concat(parsed.UnmatchedTokens).FirstOrDefault();
        if (unknown is not null)
            yield return Unknown(unknown, parsed.CommandResult.Command, command);
        foreach (var error in parsed.Errors)
            if (Sentence(error, command, parsed.UnmatchedTokens.Count > 0) is { } line)
                yield return line;
    }

    /// <summary>Options that do not exist and were taken for a file: what begins with a dash, and is not after <c>--</c>.</summary>
    public static IEnumerable<string> Misspelt(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed.CommandResult.Command.Arguments
                .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
                .Select(token => token.Value).Where(value => value is ['-', _, ..]);

    private string Unknown(string token, Command command, string path)
    {
        if (NearestTo(token, command) is { } near)
            return texts.UnknownArgumentSuggestion.With(token, path, near);
        return (command.Arguments.Count > 0 && !token.StartsWith('-') ? texts.ExtraArgument : texts.UnknownArgument).With(token, path);
    }

    // Only the state of the parse is looked at, never the parser's English: a value that is there once was refused by our own reader,
    // whose words are in the language spoken
    private string? Sentence(ParseError error, string command, bool hasUnmatched) => error.SymbolResult switch
    {
        OptionResult { IdentifierTokenCount: > 1 } option => texts.GivenTwice.With(option.Option.Name),
        OptionResult { IdentifierTokenCount: 0, Option.Required: true } option => texts.MissingArgument.With(option.Option.Name, command),
        OptionResult { Tokens.Count: 0 } option => texts.MissingValue.With(option.Option.Name),
        OptionResult option => WithHint(error.Message, option),
        ArgumentResult { Parent: OptionResult { IdentifierTokenCount: > 1 } option } => texts.GivenTwice.With(option.Option.Name),
        ArgumentResult { Parent: OptionResult option, Tokens.Count: 0 } => texts.MissingValue.With(option.Option.Name),
        ArgumentResult { Parent: OptionResult option } => WithHint(error.Message, option),
        ArgumentResult argument when argument.Tokens.Count < argument.Argument.Arity.MinimumNumberOfValues =>
            Missing(argument, command),
        CommandResult when hasUnmatched => null,
        CommandResult result when MissingOption(result) is { } missing => texts.MissingArgument.With(missing, command),
        CommandResult result when Missing(result, command) is { } missing => missing,
        _ => texts.OtherUsageFault.With(error.Message),
    };

    // 0,5% is meant as 0.5%. It is not taken as such: option values stand in scripts, which must mean the same in every language
    private string WithHint(string fault, OptionResult option) =>
        option.Tokens is [{ Value: var text }] && DecimalComma().IsMatch(text)
            ? $"{fault} {texts.DecimalPoint.With(text.Replace(',', '.'))}"
            : fault;

    [GeneratedRegex("^[0-9]+,[0-9]+(%|[A-Za-z]{1,2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalComma();

    private static string? MissingOption(CommandResult result) =>
        result.Command.Options.FirstOrDefault(option => option.Required && result.GetResult(option) is null or { Implicit: true })?.Name;

    private string? Missing(CommandResult result, string command) =>
        result.Command.Arguments.FirstOrDefault(argument =>
            (result.GetResult(argument)?.Tokens.Count ?? 0) < Math.Max(1, argument.Arity.MinimumNumberOfValues)) is not { } missing ? null
        : result.GetResult(missing) is { } given ? Missing(given, command)
        : texts.MissingArgument.With(missing.Name, command);

    private string Missing(ArgumentResult argument, string command) => argument.Tokens.Count == 0
        ? texts.MissingArgument.With(argument.Argument.Name, command)
        : texts.MoreArguments.With(argument.Argument.Name, command, argument.Argument.Arity.MinimumNumberOfValues, argument.Tokens.Count);

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? CommandPath(parent) + " " + result.Command.Name : result.Command.Name;

    private static string? NearestTo(string token, Command command)
    {
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        var (name, distance) = known.Select(name => (name, Distance(token, name))).MinBy(pair => pair.Item2);
        if (known.FirstOrDefault(name => name != token && name.Order().SequenceEqual(token.Order())) is { } reordered)
            return reordered;
        return name is not null && distance > 0 && distance <= Math.Max(1, name.TrimStart('-').Length / 3) ? name : null;
    }

    // Levenshtein: insertions, deletions and replacements between two names
    private static int Distance(string a, string b)
    {
        if (a.Length > 40)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
