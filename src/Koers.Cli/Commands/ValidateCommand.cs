using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Formats;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary><c>koers validate FILE</c>: everything that is wrong with a problem file.</summary>
internal static class ValidateCommand
{
    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var file = SharedSymbols.ProblemFile(texts);
        var json = SharedSymbols.Flag("--json", texts.Json);
        var command = new Command("validate", texts.Validate) { file, json };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Screen screen, string file, bool json)
    {
        var result = InputFile.Problem(file);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            FaultLines.WriteJson(output, screen.Vocabulary, result.Value is not null, result.Faults);
        }
        else
        {
            FaultLines.Write(Console.Error, screen.Vocabulary, file, result.Faults);
            screen.Results.Paragraph(result.Value is { } problem
                ? Usable(screen.Results, file, problem, result.Faults.Count)
                : Unusable(screen.Results, file, result.Faults));
        }

        return result.Value is null ? ExitStatus.Unusable : ExitStatus.Done;
    }

    private static string Usable(Page page, string file, Problem problem, int warnings)
    {
        var texts = page.Vocabulary.Messages;
        string Count(string text, int count) => text.Count(count, page.Numbers.Whole(count));
        return texts.Usable.With(
            Display.Clean(file), Count(texts.Initiatives, problem.Initiatives.Count), Count(texts.Relations, problem.Relations.Count),
            Count(texts.Frames, problem.Frames.Count)) + (warnings > 0 ? " " + Count(texts.Warnings, warnings) + "." : "");
    }

    private static string Unusable(Page page, string file, IReadOnlyList<Fault> faults)
    {
        var texts = page.Vocabulary.Messages;
        var errors = faults.Count(fault => fault.Severity == Severity.Error);
        // The last of a long list only says how many are not listed
        var count = faults.Any(fault => fault.Kind == FaultKind.MoreErrors) ? page.Numbers.Whole(errors - 1) + "+" : page.Numbers.Whole(errors);
        return texts.Unusable.With(Display.Clean(file), texts.Faults.Count(errors, count));
    }
}
