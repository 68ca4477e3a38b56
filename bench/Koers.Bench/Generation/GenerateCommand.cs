using System.CommandLine;
using System.CommandLine.Parsing;
using Koers.Planning.Formats;

namespace Koers.Bench.Generation;

/// <summary><c>generate</c>: writes a synthetic municipality.</summary>
internal static class GenerateCommand
{
    public static Command Make()
    {
        var initiatives = new Option<int>("--initiatives") { Description = "Number of initiatives.", DefaultValueFactory = _ => 300 };
        var periods = new Option<int>("--periods") { Description = "Number of quarters.", DefaultValueFactory = _ => 16 };
        var seed = new Option<int>("--seed") { Description = "Another seed, another municipality.", DefaultValueFactory = _ => 1 };
        var supply = new Option<double>("--supply")
        {
            Description = "Money and people there are, as a share of what all initiatives ask.",
            DefaultValueFactory = _ => 0.4,
        };
        var lean = new Option<double>("--lean")
        {
            Description = "Share of initiatives with a leaner variant (a third as many get a richer one); 0 = one variant each.",
            DefaultValueFactory = _ => 0.45,
        };
        var infeasible = new Option<Contradiction?>("--infeasible") { Description = "Make it impossible in this way; otherwise a plan exists (under 60 initiatives chance may forbid one)." };
        var file = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        initiatives.Validators.Add(r => Range(r, initiatives, 20, 1_000_000));
        periods.Validators.Add(r => Range(r, periods, 8, 400));
        var command = new Command("generate", "Write a synthetic municipality as koers-problem/1.")
        {
            initiatives, periods, seed, supply, lean, infeasible, file,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), new MunicipalitySettings
        {
            Initiatives = parsed.GetValue(initiatives),
            Periods = parsed.GetValue(periods),
            Seed = parsed.GetValue(seed),
            Supply = parsed.GetValue(supply),
            LeanShare = parsed.GetValue(lean),
            Contradiction = parsed.GetValue(infeasible),
        }));
        return command;
    }

    private static void Range(OptionResult result, Option<int> option, int low, int high)
    {
        if (result.GetValue(option) is var value && (value < low || value > high))
            result.AddError($"{option.Name} is {value}; expected {low} to {high}.");
    }

    private static int Run(FileInfo file, MunicipalitySettings settings)
    {
        var problem = Municipality.Make(settings);
        using (var stream = file.Create())
            ProblemWriter.Write(stream, problem);
        var options = problem.Initiatives.Sum(i => i.Variants.Sum(v => v.LatestStart - v.EarliestStart + 1));
        Console.WriteLine($"{file.FullName}: {problem.Initiatives.Count} initiatives, {options} options");
        return 0;
    }
}
