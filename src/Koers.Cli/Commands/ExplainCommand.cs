using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;
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
        var plan = new Argument<string>("PLAN") { Description = shared.PlanAsked };
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
        if (InputFile.ProblemAndPlan(problemFile, planFile, screen.Vocabulary) is not { } input || !input.KeepsRulesOrTold(screen)
            || Find(screen, input.Problem, asked) is not { } initiative)
            return ExitStatus.Unusable;

        var (problem, plan) = (input.Problem, input.Plan);
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
}
