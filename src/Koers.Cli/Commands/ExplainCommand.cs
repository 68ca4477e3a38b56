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

/// <summary><c>koers explain FILE PLAN --initiative ID</c>: why is it in, or why not?</summary>
internal static class ExplainCommand
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    public static Command Create(Screen screen)
    {
        var (shared, texts) = (screen.Vocabulary.Commands, screen.Vocabulary.Explain);
        var file = SharedSymbols.ProblemFile(shared);
        var plan = new Argument<string>("PLAN") { Description = shared.PlanFile };
        var initiative = new Option<string>("--initiative", "-i")
        {
            Description = texts.InitiativeOption,
            HelpName = texts.InitiativeValue,
            Required = true,
        };
        var symbols = new AnalysisSymbols(shared, TimeLimit);
        var command = new Command("explain", texts.Command) { file, plan, initiative };
        symbols.AddTo(command);
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan), parsed.GetRequiredValue(initiative), symbols.Read(parsed)));
        return command;
    }

    private static int Run(Screen screen, string problemFile, string planFile, string asked, AnalysisRequest request)
    {
        if (problemFile == InputFile.StandardInput && planFile == InputFile.StandardInput)
        {
            Screen.Message(screen.Vocabulary.Messages.StandardInputTwice);
            return ExitStatus.Unusable;
        }

        // All faults of all input in one go
        var problem = InputFile.ProblemOrFaults(problemFile, screen.Vocabulary);
        var plan = InputFile.PlanOrFaults(planFile, screen.Vocabulary);
        var initiative = problem is null ? null : Find(screen, problem, asked);
        if (problem is null || plan is null || !CanBeExplained(screen, problem, planFile, plan) || initiative is null)
            return ExitStatus.Unusable;

        var title = screen.Vocabulary.Explain.Title.With(Display.Clean(initiative.Name));
        var explanation = AnalysisRun.Run(screen, title, request.Quiet, (progress, stop) =>
            Explanation.Of(problem, plan, initiative.Id, options: request.Options, progress: progress, cancellationToken: stop));
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            ExplanationJson.Write(output, explanation);
        }
        else
        {
            new ExplanationReport(screen.Results, problem, explanation, request.Everything).Write();
        }

        return IsAnswered(explanation) ? ExitStatus.Done : ExitStatus.NoPlan;
    }

    // That a plan with it, or without it, is proven impossible is an answer too
    private static bool IsAnswered(Explanation explanation) =>
        explanation.With.Status != PlanStatus.Unknown && explanation.Without.Status != PlanStatus.Unknown;

    private static Initiative? Find(Screen screen, Problem problem, string asked)
    {
        var (initiative, fault) = InitiativeChoice.Find(problem, asked, screen.Vocabulary.Explain);
        if (initiative is null)
            Screen.Message(fault);
        return initiative;
    }

    private static bool CanBeExplained(Screen screen, Problem problem, string file, Plan plan)
    {
        if (plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            Screen.Message(screen.Vocabulary.Explain.NothingToExplain.With(file, ScriptJson.Status(plan.Status)));
            return false;
        }

        var report = Evaluator.Check(problem, plan);
        var strange = report.Faults.Where(fault => fault.Kind is CheckFaultKind.NotAnOption or CheckFaultKind.ChosenTwice).ToArray();
        foreach (var fault in strange)
            Screen.Message($"{file}: {fault.In(screen.Vocabulary.Culture)}");
        if (strange.Length > 0)
            return false;
        if (report.Violations.Count == 0)
            return true;
        var names = new RuleNames(problem, screen.Results);
        var broken = report.Violations[0];
        Screen.Message(screen.Vocabulary.Explain.PlanBreaksRules.With(file, names.Describe(broken.Rule, broken.Row)));
        return false;
    }
}
