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

/// <summary><c>koers replan FILE --reference PLAN</c>: something changed; a plan with the least disturbance.</summary>
internal static class ReplanCommand
{
    public static Command Create(Screen screen)
    {
        var symbols = new ReplanSymbols(screen.Vocabulary.Commands, screen.Vocabulary.Replan);
        var command = new Command("replan", screen.Vocabulary.Replan.Command);
        symbols.AddTo(command);
        command.SetAction(parsed => Run(screen, symbols.Read(parsed)));
        return command;
    }

    private static int Run(Screen screen, ReplanRequest request)
    {
        if (Obstacle(screen.Vocabulary, request) is { } obstacle)
        {
            Screen.Message(obstacle);
            return ExitStatus.Unusable;
        }

        var problem = InputFile.ProblemOrFaults(request.File, screen.Vocabulary);
        var reference = InputFile.PlanOrFaults(request.Reference, screen.Vocabulary);
        if (problem is null || reference is null)
            return ExitStatus.Unusable;
        if (Fault(screen.Vocabulary, request, problem, reference) is { } fault)
        {
            Screen.Message(fault);
            return ExitStatus.Unusable;
        }

        var replanning = AnalysisRun.Run(
            screen, screen.Vocabulary.Replan.Title.With(Display.Clean(problem.Name)), request.Shared.Quiet,
            (progress, stop) =>
                Replanner.Replan(problem, reference.Selected, request.Settings, request.Shared.Options, progress, stop));
        // Written before it is shown: the files are what took the time
        var written = Write(screen, request, replanning);
        Show(screen, request, replanning);
        return written ? Status(replanning.Plan) : ExitStatus.Failure;
    }

    /// <summary>What stands in the way before anything is read; null = nothing.</summary>
    private static string? Obstacle(Vocabulary vocabulary, ReplanRequest request)
    {
        if (request.File == InputFile.StandardInput && request.Reference == InputFile.StandardInput)
            return vocabulary.Messages.StandardInputTwice;
        foreach (var path in (string?[])[request.Out, request.OutProblem])
            if (path is not null && OutFile.Obstacle(vocabulary.Messages, path, request.File, request.Reference) is { } obstacle)
                return obstacle;
        return request is { Out: { } plan, OutProblem: { } problem } && Path.GetFullPath(plan) == Path.GetFullPath(problem)
            ? vocabulary.Replan.OutTwice.With(plan)
            : null;
    }

    /// <summary>What is wrong between problem, plan and options; null = nothing.</summary>
    private static string? Fault(Vocabulary vocabulary, ReplanRequest request, Problem problem, Plan reference)
    {
        var texts = vocabulary.Replan;
        if (reference.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
            return vocabulary.Messages.HoldsNoPlan.With(request.Reference, ScriptJson.Status(reference.Status));
        if (request.Settings.Freeze > problem.Horizon.Periods)
            return texts.BadFreeze.With(
                "--freeze", request.Settings.Freeze, new Periods(problem.Horizon, vocabulary.Report).Length(problem.Horizon.Periods),
                problem.Horizon.Periods);
        if (!Replanner.IsOfAnother(problem, reference.Selected))
            return null;
        var gone = Replanner.Gone(problem, reference.Selected);
        return texts.OtherProblem.With(
            request.Reference, gone.Count, reference.Selected.Count, request.File, Display.Clean(gone[0].Initiative.Value));
    }

    private static bool Write(Screen screen, ReplanRequest request, Replanning replanning)
    {
        var texts = screen.Vocabulary.Messages;
        var written = request.OutProblem is not { } problem
            || OutFile.Write(texts, problem, stream => ProblemWriter.Write(stream, replanning.Problem));
        if (request.Out is not { } plan)
            return written;
        if (replanning.Plan.Status == PlanStatus.Unknown)
        {
            Screen.Message(texts.NotWritten.With(plan));
            return written;
        }

        return OutFile.Write(texts, plan, stream => PlanWriter.Write(stream, replanning.Plan)) && written;
    }

    private static void Show(Screen screen, ReplanRequest request, Replanning replanning)
    {
        if (request.Shared.Json)
        {
            using var output = Console.OpenStandardOutput();
            ReplanJson.Write(output, replanning);
            return;
        }

        ReplanReport.Write(screen.Results, replanning, request.Shared.Everything);
        var texts = screen.Vocabulary.Replan;
        if (request.Out is { } plan && replanning.Plan.Status != PlanStatus.Unknown)
            screen.Results.Heading(texts.Written.With(Display.Clean(plan)));
        if (request.OutProblem is { } problem)
            screen.Results.Paragraph(texts.WrittenProblem.With(Display.Clean(problem)), style: Styles.Heading);
    }

    private static int Status(Plan plan) => plan.Status switch
    {
        PlanStatus.Optimal or PlanStatus.Feasible => ExitStatus.Done,
        PlanStatus.Infeasible => ExitStatus.Infeasible,
        _ => ExitStatus.NoPlan,
    };
}
