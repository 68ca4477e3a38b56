using System.CommandLine;
using System.Globalization;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary><c>koers robust FILE</c>: whether the choice holds where weights, scores or costs are uncertain.</summary>
internal static class RobustCommand
{
    private const int MostVectors = 100_000;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    public static Command Create(Screen screen)
    {
        var (texts, own) = (screen.Vocabulary.Commands, screen.Vocabulary.Robust);
        var file = SharedSymbols.ProblemFile(texts);
        var plan = new Option<string?>("--plan") { Description = own.PlanOption, HelpName = texts.FileValue };
        var order = new Option<string?>("--order") { Description = own.OrderOption, HelpName = own.GoalsValue };
        var spread = SharedSymbols.Value(
            "--spread", own.SpreadOption, own.ShareValue, double.NaN, OptionValues.Gap, own.BadSpread, "100%");
        spread.DefaultValueFactory = null;
        var samples = SharedSymbols.Value(
            "--samples", own.SamplesOption, texts.NumberValue, new RobustSettings().Vectors,
            text => OptionValues.Whole(text, 1, MostVectors), own.BadSamples, MostVectors.ToString(CultureInfo.InvariantCulture));
        var shared = new AnalysisSymbols(texts, TimeLimit);
        var command = new Command("robust", own.Command) { file, plan, order, spread, samples };
        shared.AddTo(command);
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), parsed.GetValue(plan), parsed.GetValue(order),
            new RobustSettings
            {
                Spread = parsed.GetResult(spread) is { Implicit: false } ? parsed.GetValue(spread) : null,
                Vectors = parsed.GetValue(samples),
            },
            shared.Read(parsed)));
        return command;
    }

    private static int Run(
        Screen screen, string problemFile, string? planFile, string? order, RobustSettings settings, AnalysisRequest request)
    {
        var texts = screen.Vocabulary.Robust;
        if (problemFile == InputFile.StandardInput && planFile == InputFile.StandardInput)
            return Refuse(screen.Vocabulary.Messages.StandardInputTwice);
        var problem = InputFile.ProblemOrFaults(problemFile, screen.Vocabulary);
        var plan = planFile is null ? null : InputFile.PlanOrFaults(planFile, screen.Vocabulary);
        if (problem is null || (planFile is not null && plan is null))
            return ExitStatus.Unusable;
        if (problem.Initiatives.Count == 0)
            return Refuse(texts.NothingToChoose.With(problemFile));
        if (plan is not null
            && InputFile.Fitting(problem, plan, planFile!, screen.Vocabulary)?.KeepsRulesOrTold(screen) is not true)
            return ExitStatus.Unusable;
        if (order is not null)
        {
            var (goals, fault) = GoalOrder.Read(problem, order, texts);
            if (fault is not null)
                return Refuse(fault);
            settings = settings with { Order = goals };
        }

        if (!Robustness.HasWeights(problem, settings))
            return Refuse(texts.NoWeights);
        var result = AnalysisRun.Run(
            screen, texts.Title.With(Display.Clean(problem.Name)), request.Quiet,
            (progress, token) => Robustness.Analyse(problem, plan?.Selected, settings, request.Options, progress, token));
        Show(screen, problem, result, settings, request);
        return result.Status switch
        {
            PlanStatus.Infeasible => ExitStatus.Infeasible,
            PlanStatus.Unknown => ExitStatus.NoPlan,
            _ => ExitStatus.Done,
        };
    }

    private static void Show(Screen screen, Problem problem, RobustResult result, RobustSettings settings, AnalysisRequest request)
    {
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            RobustJson.Write(output, result);
        }
        else if (result.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            var plan = new Plan(result.Status, [], null, null, null, result.Conflict, result.Seconds, "");
            ConflictReport.Write(
                screen.Results, new Periods(problem.Horizon, screen.Vocabulary.Report), new PlanOutcome(problem, plan, null, 0, request.Everything));
        }
        else
        {
            RobustReport.Write(screen.Results, problem, result, settings, request.Everything);
        }
    }

    private static int Refuse(string message)
    {
        Screen.Message(message);
        return ExitStatus.Unusable;
    }
}
