using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary><c>koers compare PLAN PLAN… --problem FILE</c>: what differs between plans of one problem.</summary>
internal static class CompareCommand
{
    /// <summary>More columns than this cannot be read, on a page or by people.</summary>
    private const int MostPlans = 9;

    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var plans = new Argument<string[]>("PLAN") { Description = texts.PlanFiles, Arity = new ArgumentArity(2, MostPlans) };
        var problem = new Option<string>("--problem", "-p")
        {
            Description = texts.ProblemFile,
            HelpName = texts.FileValue,
            Required = true,
        };
        var json = SharedSymbols.Flag("--json", texts.Json);
        var all = SharedSymbols.Flag("--all", texts.All);
        var command = new Command("compare", texts.Compare) { plans, problem, json, all };
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(plans), parsed.GetRequiredValue(problem), parsed.GetValue(json), parsed.GetValue(all)));
        return command;
    }

    private static int Run(Screen screen, string[] planFiles, string problemFile, bool json, bool everything)
    {
        if (planFiles.Append(problemFile).Count(file => file == InputFile.StandardInput) > 1)
        {
            Screen.Message(screen.Vocabulary.Messages.StandardInputTwice);
            return ExitStatus.Unusable;
        }

        var problem = InputFile.ProblemOrFaults(problemFile, screen.Vocabulary);
        // All faults of all files in one go
        var plans = planFiles.Select(file => Read(screen, problem, file)).ToArray();
        if (problem is null || plans.Contains(null))
            return ExitStatus.Unusable;

        var compared = plans.Select(plan => plan!).ToArray();
        var comparison = PlanComparison.Of(problem, [.. compared.Select(plan => plan.Plan.Selected)]);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            ComparisonJson.Write(output, comparison, compared);
        }
        else
        {
            ComparisonReport.Write(screen.Results, problem, comparison, compared, everything);
        }

        return ExitStatus.Done;
    }

    /// <summary>Reads a plan that can be compared; null, with a message per fault, where it cannot.</summary>
    private static ComparedPlan? Read(Screen screen, Problem? problem, string file)
    {
        if (InputFile.PlanOrFaults(file, screen.Vocabulary) is not { } plan || problem is null)
            return null;
        return InputFile.Fitting(problem, plan, file, screen.Vocabulary) is { } input
            ? new ComparedPlan(file, plan, input.Violations.Count == 0)
            : null;
    }
}
