using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Formulation;

namespace Koers.Cli.Commands;

/// <summary><c>koers export-mps FILE OUT</c>: the reference formulation for other solvers.</summary>
internal static class ExportMpsCommand
{
    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var file = SharedSymbols.ProblemFile(texts);
        var output = new Argument<string>("OUT") { Description = texts.MpsFile };
        var command = new Command("export-mps", texts.ExportMps) { file, output };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(Screen screen, string file, string output)
    {
        var messages = screen.Vocabulary.Messages;
        if (OutFile.Obstacle(messages, output, file) is { } obstacle)
        {
            Screen.Message(obstacle);
            return ExitStatus.Unusable;
        }

        if (InputFile.ProblemOrFaults(file, screen.Vocabulary) is not { } problem)
            return ExitStatus.Unusable;
        if (!OutFile.Write(messages, output, stream => MpsWriter.Write(problem, stream)))
            return ExitStatus.Failure;
        Screen.Message(messages.Exported.With(output));
        return ExitStatus.Done;
    }
}
