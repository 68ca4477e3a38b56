using System.CommandLine;
using Koers.Cli.Files;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;

namespace Koers.Cli.Commands;

/// <summary><c>koers prices FILE PLAN</c>: what is one more euro or fte worth?</summary>
internal static class PricesCommand
{
    private const int MostConfirmed = 1000;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    public static Command Create(Screen screen)
    {
        var (shared, texts, defaults) = (screen.Vocabulary.Commands, screen.Vocabulary.Prices, new PriceSettings());
        var file = SharedSymbols.ProblemFile(shared);
        var plan = new Argument<string>("PLAN") { Description = shared.PlanAsked };
        var relief = SharedSymbols.Value(
            "--relief", texts.Relief, texts.ShareValue, defaults.Relief, text => OptionValues.Gap(text) is > 0 and var s ? s : null, texts.BadRelief);
        var confirm = SharedSymbols.Value(
            "--confirm", texts.Confirm, shared.NumberValue, defaults.Confirm, text => OptionValues.Whole(text, 0, MostConfirmed),
            texts.BadConfirm, $"{MostConfirmed}");
        var symbols = new AnalysisSymbols(shared, TimeLimit);
        var command = new Command("prices", texts.Command) { file, plan, relief, confirm };
        symbols.AddTo(command);
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan),
            new PriceSettings { Relief = parsed.GetValue(relief), Confirm = parsed.GetValue(confirm) }, symbols.Read(parsed)));
        return command;
    }

    private static int Run(Screen screen, string problemFile, string planFile, PriceSettings settings, AnalysisRequest request)
    {
        if (InputFile.ProblemAndPlan(problemFile, planFile, screen.Vocabulary) is not { } input || !input.KeepsRulesOrTold(screen))
            return ExitStatus.Unusable;

        var (problem, plan) = (input.Problem, input.Plan);
        var title = screen.Vocabulary.Prices.Title.With(Display.Clean(problem.Name));
        var prices = AnalysisRun.Run(screen, title, request.Quiet, (progress, stop) =>
            MeansPricing.Of(problem, plan, settings, request.Options, progress, stop));
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            PricesJson.Write(output, settings, prices);
        }
        else
        {
            new PricesReport(screen.Results, problem, settings, prices, request.Everything).Write();
        }

        return ExitStatus.Done;
    }
}
