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

/// <summary><c>koers frontier FILE --budget ID</c>: what would more or less money or people bring?</summary>
internal static class FrontierCommand
{
    private const int MostPoints = 200;
    private const double MostMeans = 10.0;

    /// <summary>Which means were named.</summary>
    private sealed record Named(string[] Budgets, bool AllBudgets, string[] Capacities, bool AllCapacities);

    public static Command Create(Screen screen)
    {
        var (texts, defaults) = (screen.Vocabulary.Frontier, new FrontierSettings());
        var file = SharedSymbols.ProblemFile(screen.Vocabulary.Commands);
        var budgets = Ids("--budget", texts.Budget);
        var allBudgets = SharedSymbols.Flag("--all-budgets", texts.AllBudgets);
        var capacities = Ids("--capacity", texts.Capacity);
        var allCapacities = SharedSymbols.Flag("--all-capacities", texts.AllCapacities);
        var number = screen.Vocabulary.Commands.NumberValue;
        var from = SharedSymbols.Value("--from", texts.From, number, defaults.From, Share, texts.BadShare);
        var to = SharedSymbols.Value("--to", texts.To, number, defaults.To, Share, texts.BadShare);
        var points = SharedSymbols.Value(
            "--points", texts.Points, number, defaults.Points, text => OptionValues.Whole(text, 2, MostPoints), texts.BadPoints,
            $"{MostPoints}");
        var gap = SharedSymbols.Value(
            "--gap", screen.Vocabulary.Commands.Gap, number, defaults.Gap, OptionValues.Gap, screen.Vocabulary.Commands.BadGap);
        var shared = new AnalysisSymbols(screen.Vocabulary.Commands, TimeSpan.FromSeconds(60));
        var command = new Command("frontier", texts.Command)
        {
            file, budgets, allBudgets, capacities, allCapacities, from, to, points, gap,
        };
        shared.AddTo(command);
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), shared.Read(parsed),
            new Named(
                parsed.GetValue(budgets) ?? [], parsed.GetValue(allBudgets), parsed.GetValue(capacities) ?? [],
                parsed.GetValue(allCapacities)),
            new FrontierSettings
            {
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Points = parsed.GetValue(points),
                Gap = parsed.GetValue(gap),
            }));
        return command;
    }

    private static int Run(Screen screen, string file, AnalysisRequest request, Named named, FrontierSettings asked)
    {
        var texts = screen.Vocabulary.Frontier;
        if (InputFile.ProblemOrFaults(file, screen.Vocabulary) is not { } problem)
            return ExitStatus.Unusable;
        var clash = Clash(texts, "--all-budgets", named.AllBudgets, "--budget", named.Budgets)
            ?? Clash(texts, "--all-capacities", named.AllCapacities, "--capacity", named.Capacities);
        if (clash is not null)
        {
            Screen.Message(clash);
            return ExitStatus.Unusable;
        }

        var settings = asked with
        {
            Budgets = named.AllBudgets
                ? [.. problem.Budgets.Select(b => b.Id)] : [.. named.Budgets.Select(id => new BudgetId(id))],
            Capacities = named.AllCapacities
                ? [.. problem.Capacities.Select(c => c.Id)] : [.. named.Capacities.Select(id => new CapacityId(id))],
        };
        if (Fault(screen, problem, settings) is { } fault)
        {
            Screen.Message(fault);
            return ExitStatus.Unusable;
        }

        var title = texts.Title.With(FrontierReport.Names(problem, settings, texts));
        var result = AnalysisRun.Run(
            screen, title, request.Quiet,
            (progress, token) => Frontier.Trace(problem, settings, request.Options, progress, token));
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            FrontierJson.Write(output, settings, result);
        }
        else
        {
            FrontierReport.Write(screen.Results, problem, settings, result, request.Everything);
        }

        if (result.Points.Any(point => point.Plan.Value is not null))
            return ExitStatus.Done;
        return result.Points.All(point => point.Plan.Status == PlanStatus.Infeasible) ? ExitStatus.Infeasible : ExitStatus.NoPlan;
    }

    /// <summary>Why means cannot be named so: all and some, or one twice; null where they can.</summary>
    private static string? Clash(FrontierTexts texts, string allOption, bool isAll, string option, string[] ids) =>
        isAll && ids.Length > 0 ? texts.AllAndSome.With(allOption, option)
        : ids.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice ? texts.IdTwice.With(option, Display.Clean(twice.Key))
        : null;

    /// <summary>Why these means cannot be changed so; null where they can.</summary>
    private static string? Fault(Screen screen, Problem problem, FrontierSettings settings)
    {
        var texts = screen.Vocabulary.Frontier;
        var budgets = problem.Budgets.Select(b => b.Id.Value).ToArray();
        var capacities = problem.Capacities.Select(c => c.Id.Value).ToArray();
        if (settings.Budgets.FirstOrDefault(id => !budgets.Contains(id.Value)) is { Value: not null } budget)
            return texts.UnknownBudget.With(Display.Clean(budget.Value), List(screen, budgets));
        if (settings.Capacities.FirstOrDefault(id => !capacities.Contains(id.Value)) is { Value: not null } capacity)
            return texts.UnknownCapacity.With(Display.Clean(capacity.Value), List(screen, capacities));
        if (settings.Budgets.Count + settings.Capacities.Count == 0)
            return texts.NothingNamed.With(List(screen, budgets), List(screen, capacities));
        var numbers = Numbers.For(screen.Vocabulary.Language);
        if (settings.From >= settings.To)
            return texts.NotLess.With(numbers.Asked(settings.From), numbers.Asked(settings.To));
        var held = problem.Budgets.Where(b => settings.Budgets.Contains(b.Id)).Sum(b => b.PerYear.Sum())
            + problem.Capacities.Where(c => settings.Capacities.Contains(c.Id)).Sum(c => c.PerPeriod.Sum());
        return held > 0 ? null : texts.NothingHeld;
    }

    private static string List(Screen screen, string[] ids) =>
        ids.Length == 0 ? screen.Vocabulary.Messages.None : string.Join(", ", ids.Take(40).Select(id => Display.Clean(id)));

    private static Option<string[]> Ids(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "ID",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>50% or 0.5; null where it is not a share from 0 to 10.</summary>
    private static double? Share(string text)
    {
        var isPercentage = text.EndsWith('%');
        return double.TryParse(isPercentage ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share / (isPercentage ? 100 : 1) is { } factor and <= MostMeans
                ? factor
                : null;
    }
}
