using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

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
        if (problemFile == InputFile.StandardInput && planFile == InputFile.StandardInput)
        {
            Screen.Message(screen.Vocabulary.Messages.StandardInputTwice);
            return ExitStatus.Unusable;
        }

        var problem = InputFile.ProblemOrFaults(problemFile, screen.Vocabulary);
        var plan = InputFile.PlanOrFaults(planFile, screen.Vocabulary);
        if (problem is null || plan is null || KeepsRules(screen, problem, plan, planFile) is not { } keepsRules)
            return ExitStatus.Unusable;

        var result = AnalysisRun.Run(
            screen, screen.Vocabulary.Risk.Simulating.With(Display.Clean(problem.Name)), request.Quiet,
            (progress, token) => PlanRisk.Simulate(
                problem, plan.Selected, new RiskSettings { Runs = runs }, request.Options, progress, token));
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

    /// <summary>Whether the plan keeps the rules; null, with a message per fault, where it cannot be simulated at all.</summary>
    private static bool? KeepsRules(Screen screen, Problem problem, Plan plan, string file)
    {
        if (plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            Screen.Message(screen.Vocabulary.Risk.NothingToSimulate.With(file, ScriptJson.Status(plan.Status)));
            return null;
        }

        // What its bound and its certificate claim does not matter here, and takes long to check
        var report = Evaluator.Check(problem, plan with { Bound = null, Certificate = null });
        var strange = report.Faults
            .Where(fault => fault.Kind is CheckFaultKind.NotAnOption or CheckFaultKind.ChosenTwice).ToArray();
        foreach (var fault in strange)
            Screen.Message($"{file}: {fault.In(screen.Vocabulary.Culture)}");
        return strange.Length > 0 ? null : report.Violations.Count == 0;
    }
}
