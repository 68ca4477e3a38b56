using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;

namespace Koers.Cli.Commands;

/// <summary><c>koers risk FILE PLAN</c>: how likely a plan stays within its means.</summary>
internal static class RiskCommand
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Commands;
        var file = SharedSymbols.ProblemFile(texts);
        var plan = new Argument<string>("PLAN") { Description = screen.Vocabulary.Risk.PlanFile };
        var runs = SharedSymbols.Value(
            "--runs", screen.Vocabulary.Risk.Runs, texts.NumberValue, new RiskSettings().Runs,
            text => OptionValues.Whole(text, 1, RiskSettings.MostRuns), screen.Vocabulary.Risk.BadRuns, $"{RiskSettings.MostRuns}");
        var shared = new AnalysisSymbols(texts, TimeLimit);
        var command = new Command("risk", screen.Vocabulary.Risk.Command) { file, plan, runs };
        shared.AddTo(command);
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan), parsed.GetValue(runs), shared.Read(parsed)));
        return command;
    }

    private static int Run(Screen screen, string problemFile, string planFile, int runs, AnalysisRequest request)
    {
        if (InputFile.ProblemAndPlan(problemFile, planFile, screen.Vocabulary) is not { } input)
            return ExitStatus.Unusable;

        var (problem, plan, keepsRules) = (input.Problem, input.Plan, input.Violations.Count == 0);
        var result = AnalysisRun.Run(
            screen, screen.Vocabulary.Risk.Simulating.With(Display.Clean(problem.Name)), request.Quiet,
            (progress, token) => PlanRisk.Simulate(
                problem, plan.Selected, new RiskSettings { Runs = runs }, request.Options, progress, token),
            screen.Vocabulary.Risk.StepsOf);
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            RiskJson.Write(output, result, keepsRules);
        }
        else
        {
            RiskReport.Write(screen.Results, problem, result, keepsRules, request.Everything);
        }

        return ExitStatus.Done;
    }
}
