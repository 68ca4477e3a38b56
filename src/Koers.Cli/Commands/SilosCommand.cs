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

/// <summary><c>koers silos FILE --by LABEL</c>: what does dividing the means over departments cost?</summary>
internal static class SilosCommand
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Silos;
        var file = SharedSymbols.ProblemFile(screen.Vocabulary.Commands);
        var by = new Option<string>("--by") { Description = texts.By, HelpName = texts.LabelValue, Required = true };
        var shares = SharedSymbols.Value(
            "--shares", texts.Shares, "asked|historic|equal", MeansDivision.Asked, Division, texts.BadShares);
        var sharesFile = new Option<string?>("--shares-file")
        {
            Description = texts.SharesFile,
            HelpName = screen.Vocabulary.Commands.FileValue,
        };
        var symbols = new AnalysisSymbols(screen.Vocabulary.Commands, TimeLimit);
        var command = new Command("silos", texts.Command) { file, by, shares, sharesFile };
        symbols.AddTo(command);
        command.SetAction(parsed =>
        {
            var named = parsed.GetResult(shares) is { Implicit: false } ? parsed.GetValue(shares) : (MeansDivision?)null;
            return Run(
                screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(by), named, parsed.GetValue(sharesFile),
                symbols.Read(parsed));
        });
        return command;
    }

    private static int Run(
        Screen screen, string file, string label, MeansDivision? division, string? sharesFile, AnalysisRequest request)
    {
        if (sharesFile is not null && division is not (null or MeansDivision.Historic))
            return Refuse(screen.Vocabulary.Silos.SharesFileNotHistoric);
        if (file == InputFile.StandardInput && sharesFile == InputFile.StandardInput)
            return Refuse(screen.Vocabulary.Messages.StandardInputTwice);
        var problem = InputFile.ProblemOrFaults(file, screen.Vocabulary);
        if (problem is not null && sharesFile is not null)
            problem = InputFile.SharesOrFaults(sharesFile, problem, screen.Vocabulary);
        if (problem is null)
            return ExitStatus.Unusable;
        var settings = new SiloSettings(label)
        {
            Division = sharesFile is not null ? MeansDivision.Historic : division ?? MeansDivision.Asked,
        };
        if (Faults(screen, problem, settings) is { Count: > 0 } faults)
            return Refuse([.. faults]);
        var report = AnalysisRun.Run(
            screen, screen.Vocabulary.Silos.Title.With(Display.Clean(problem.Name), Display.Clean(label)), request.Quiet,
            (progress, token) => Silos.Compare(problem, settings, request.Options, progress, token));
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            SilosJson.Write(output, report);
        }
        else
        {
            SilosReport.Write(screen.Results, problem, report, request.Everything);
        }

        return report.IsLossKnown ? ExitStatus.Done
            : report.Whole.Status == PlanStatus.Infeasible ? ExitStatus.Infeasible
            : ExitStatus.NoPlan;
    }

    private static int Refuse(params string[] messages)
    {
        foreach (var message in messages)
            Screen.Message(message);
        return ExitStatus.Unusable;
    }

    /// <summary>Why this problem cannot be divided so, one line each.</summary>
    private static List<string> Faults(Screen screen, Problem problem, SiloSettings settings)
    {
        var texts = screen.Vocabulary.Silos;
        var labels = Silos.LabelsOf(problem);
        var label = Display.Clean(settings.Label);
        if (!labels.Contains(settings.Label))
            return labels.Count == 0
                ? [texts.NoLabels.With(label)]
                : [texts.UnknownLabel.With(label, string.Join(", ", labels.Take(40).Select(known => Display.Clean(known))))];
        if (settings.Division != MeansDivision.Historic)
            return [];
        var names = new RuleNames(problem, screen.Results);
        return [.. HistoricShares.Check(problem, settings.Label).Select(fault => fault.Kind switch
        {
            HistoricShareFault.None => texts.NoHistory.With(label),
            HistoricShareFault.Missing => texts.HistoryMissing.With(Display.Clean(fault.Part), names.Describe(fault.Rule)),
            HistoricShareFault.OutOfRange =>
                texts.HistoryOutOfRange.With(Display.Clean(fault.Part), names.Describe(fault.Rule), Written(fault.Share)),
            HistoricShareFault.TooMuch => texts.HistoryTooMuch.With(names.Describe(fault.Rule), Written(fault.Share)),
            _ => texts.HistoryTwice.With(Display.Clean(fault.Part)),
        })];
    }

    private static string Written(double? share) => (share ?? 0).ToString("0.######", CultureInfo.InvariantCulture);

    private static MeansDivision? Division(string text) => text switch
    {
        "asked" => MeansDivision.Asked,
        "historic" => MeansDivision.Historic,
        "equal" => MeansDivision.Equal,
        _ => null,
    };
}
