using System.CommandLine;
using System.CommandLine.Parsing;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>Makes the arguments and options of the commands, with texts in the language spoken.</summary>
internal static class SharedSymbols
{
    public static Argument<string> ProblemFile(CommandTexts texts) => new("FILE") { Description = texts.ProblemFile };

    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>An option whose value is read by <paramref name="read"/>; what that cannot read is a fault of the command line.</summary>
    public static Option<T> Value<T>(
        string name, string description, string valueName, T otherwise, Func<string, T?> read, string fault, string limit = "")
        where T : struct => new(name)
        {
            Description = description,
            HelpName = valueName,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result => Read(result, name, read, fault, limit) ?? otherwise,
        };

    private static T? Read<T>(ArgumentResult result, string name, Func<string, T?> read, string fault, string limit) where T : struct
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        var value = read(text);
        if (value is null)
            result.AddError(fault.With(name, text, limit));
        return value;
    }
}
