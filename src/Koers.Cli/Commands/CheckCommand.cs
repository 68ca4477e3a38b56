using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Planning.Checking;

namespace Koers.Cli.Commands;

/// <summary><c>koers check FILE PLAN</c>: verify a plan without a solver.</summary>
internal static class CheckCommand
{
    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var file = SharedSymbols.ProblemFile(texts);
        var plan = new Argument<string>("PLAN") { Description = texts.PlanFile };
        var json = SharedSymbols.Flag("--json", texts.Json);
        var command = new Command("check", texts.Check) { file, plan, json };
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Screen screen, string problemFile, string planFile, bool json)
    {
        if (problemFile == InputFile.StandardInput && planFile == InputFile.StandardInput)
        {
            Screen.Message(screen.Vocabulary.Messages.StandardInputTwice);
            return ExitStatus.Unusable;
        }

        var problem = InputFile.ProblemOrFaults(problemFile, screen.Vocabulary);
        var plan = InputFile.PlanOrFaults(planFile, screen.Vocabulary);
        if (problem is null || plan is null)
            return ExitStatus.Unusable;

        var report = Evaluator.Check(problem, plan);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            CheckVerdict.WriteJson(output, screen.Vocabulary, plan, report);
        }
        else
        {
            CheckVerdict.Write(screen.Results, problem, plan, report);
        }

        return report.Holds ? ExitStatus.Done : ExitStatus.DoesNotHold;
    }
}
