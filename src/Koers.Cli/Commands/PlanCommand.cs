using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary><c>koers plan FILE</c>: read, plan, write, show.</summary>
internal static class PlanCommand
{
    /// <summary>What the command was asked to do.</summary>
    /// <param name="File">The problem.</param>
    /// <param name="Out">The plan file to write; null = none.</param>
    /// <param name="Options">How long and how hard to search.</param>
    /// <param name="Quiet">Whether progress is left out.</param>
    /// <param name="Json">Whether the result is the plan file itself.</param>
    /// <param name="Everything">Whether long lists are shown in full.</param>
    internal sealed record Request(string File, string? Out, PlannerOptions Options, bool Quiet, bool Json, bool Everything);

    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var defaults = new PlannerOptions();
        var file = SharedSymbols.ProblemFile(texts);
        var output = new Option<string?>("--out", "-o") { Description = texts.Out, HelpName = texts.FileValue };
        var timeLimit = SharedSymbols.Value(
            "--time-limit", texts.TimeLimit, texts.DurationValue, defaults.TimeLimit, OptionValues.Time, texts.BadTimeLimit,
            OptionValues.LongestTime.TotalHours + "h");
        var gap = SharedSymbols.Value("--gap", texts.Gap, texts.NumberValue, defaults.Gap, OptionValues.Gap, texts.BadGap);
        var seed = SharedSymbols.Value(
            "--seed", texts.Seed, texts.NumberValue, defaults.Seed, text => OptionValues.Whole(text, 0, int.MaxValue), texts.BadSeed,
            $"{int.MaxValue}");
        var deterministic = SharedSymbols.Flag("--deterministic", texts.Deterministic);
        var threads = SharedSymbols.Value(
            "--threads", texts.Threads, texts.NumberValue, defaults.Threads,
            text => OptionValues.Whole(text, 1, OptionValues.MostThreads), texts.BadThreads, $"{OptionValues.MostThreads}");
        var quiet = SharedSymbols.Flag("--quiet", texts.Quiet);
        var json = SharedSymbols.Flag("--json", texts.Json);
        var all = SharedSymbols.Flag("--all", texts.All);
        var command = new Command("plan", texts.Plan) { file, output, timeLimit, gap, seed, deterministic, threads, quiet, json, all };
        command.SetAction(parsed =>
        {
            var options = new PlannerOptions
            {
                TimeLimit = parsed.GetValue(timeLimit),
                Gap = parsed.GetValue(gap),
                Seed = parsed.GetValue(seed),
                Deterministic = parsed.GetValue(deterministic),
                Threads = parsed.GetValue(threads),
            };
            return Run(screen, new Request(
                parsed.GetRequiredValue(file), parsed.GetValue(output), options,
                parsed.GetValue(quiet), parsed.GetValue(json), parsed.GetValue(all)));
        });
        return command;
    }

    private static int Run(Screen screen, Request request)
    {
        var messages = screen.Vocabulary.Messages;
        if (request.Out is { } path && OutFile.Obstacle(messages, path, request.File) is { } obstacle)
        {
            Screen.Message(obstacle);
            return ExitStatus.Unusable;
        }

        if (InputFile.ProblemOrFaults(request.File, screen.Vocabulary) is not { } problem)
            return ExitStatus.Unusable;

        Plan plan;
        bool written;
        using (var signals = new StopSignals())
        {
            plan = Search.Run(screen, problem, request.Options, request.Quiet, signals);
            // Written before it is shown, and before a second Ctrl-C is let through: the file is what took the time
            written = Write(screen, request.Out, plan);
        }

        Show(screen, request, problem, plan);
        if (written && request is { Out: { } file, Json: false } && plan.Status != PlanStatus.Unknown)
            screen.Results.Heading(screen.Vocabulary.Report.Written.With(Display.Clean(file)));
        return written ? Status(plan) : ExitStatus.Failure;
    }

    private static bool Write(Screen screen, string? path, Plan plan)
    {
        if (path is null)
            return true;
        if (plan.Status == PlanStatus.Unknown)
        {
            // An earlier plan of that name is worth more than a file that says nothing
            Screen.Message(screen.Vocabulary.Messages.NotWritten.With(path));
            return true;
        }

        return OutFile.Write(screen.Vocabulary.Messages, path, stream => PlanWriter.Write(stream, plan));
    }

    private static void Show(Screen screen, Request request, Problem problem, Plan plan)
    {
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            PlanWriter.Write(output, plan);
            // The file has no place for it: a conflict in it is one of which nothing can be left out
            if (plan.OpenConflict.Count > 0)
                Screen.Message(screen.Vocabulary.Report.OpenConflictMessage.With(Display.Clean(string.Join(", ", plan.OpenConflict))));
            return;
        }

        var figures = plan.Status is PlanStatus.Optimal or PlanStatus.Feasible ? Evaluator.Evaluate(problem, plan.Selected) : null;
        PlanReport.Write(screen.Results, new PlanOutcome(problem, plan, figures, request.Options.Gap, request.Everything));
    }

    private static int Status(Plan plan) => plan.Status switch
    {
        PlanStatus.Optimal or PlanStatus.Feasible => ExitStatus.Done,
        PlanStatus.Infeasible => ExitStatus.Infeasible,
        _ => ExitStatus.NoPlan,
    };
}
