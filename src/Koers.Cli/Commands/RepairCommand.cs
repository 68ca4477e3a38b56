using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;

namespace Koers.Cli.Commands;

/// <summary><c>koers repair FILE</c>: which rules cannot hold together, and the cheapest way out.</summary>
internal static class RepairCommand
{
    private const int MostConflicts = 1000;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static Command Create(Screen screen)
    {
        var (texts, own) = (screen.Vocabulary.Commands, screen.Vocabulary.Repair);
        var file = SharedSymbols.ProblemFile(texts);
        var output = new Option<string?>("--out", "-o") { Description = own.Out, HelpName = texts.FileValue };
        var conflicts = SharedSymbols.Value(
            "--conflicts", own.MostConflicts.With(new RepairSettings().MostConflicts, MostConflicts), texts.NumberValue, new RepairSettings().MostConflicts,
            text => OptionValues.Whole(text, 1, MostConflicts), own.BadConflicts, $"{MostConflicts}");
        var giveUp = SharedSymbols.Flag("--give-up", own.GiveUp);
        var shared = new AnalysisSymbols(texts, TimeLimit);
        var command = new Command("repair", own.Command) { file, output, conflicts, giveUp };
        shared.AddTo(command);
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), parsed.GetValue(output),
            new RepairSettings { MostConflicts = parsed.GetValue(conflicts), MayGiveUp = parsed.GetValue(giveUp) }, shared.Read(parsed)));
        return command;
    }

    private static int Run(Screen screen, string file, string? output, RepairSettings settings, AnalysisRequest request)
    {
        var (messages, texts) = (screen.Vocabulary.Messages, screen.Vocabulary.Repair);
        if (output is not null && OutFile.Obstacle(messages, output, file) is { } obstacle)
        {
            Screen.Message(obstacle);
            return ExitStatus.Unusable;
        }

        if (InputFile.ProblemOrFaults(file, screen.Vocabulary) is not { } problem)
            return ExitStatus.Unusable;
        var repair = AnalysisRun.Run(
            screen, texts.Title.With(Display.Clean(problem.Name)), request.Quiet,
            (progress, stop) => Repairer.Repair(problem, settings, request.Options, progress, stop), texts.StepsOf);
        // Written before it is shown: the file is what took the time
        var written = output is null || repair.Repaired is not { } repaired
            || OutFile.Write(messages, output, stream => ProblemWriter.Write(stream, repaired));
        if (request.Json)
        {
            using var json = Console.OpenStandardOutput();
            RepairJson.Write(json, repair);
        }
        else
        {
            RepairReport.Write(screen.Results, problem, repair);
        }

        if (output is not null && repair.Repaired is null)
            Screen.Message(texts.NothingWritten.With(output));
        else if (written && output is not null && !request.Json)
            screen.Results.Heading(texts.Written.With(Display.Clean(output)));
        return written ? Status(repair) : ExitStatus.Failure;
    }

    private static int Status(ProblemRepair repair) => repair switch
    {
        { Status: RepairStatus.NothingToRepair or RepairStatus.Repaired } => ExitStatus.Done,
        { IsProvenInfeasible: true } => ExitStatus.Infeasible,
        _ => ExitStatus.NoPlan,
    };
}
