using System.Text;
using Koers.App.Requests;
using Koers.Domain.Runs;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Problems;

namespace Koers.App.Runs;

/// <summary>What must hold between what is asked and the problem, so that no run is begun that cannot be answered.</summary>
internal static class RunFit
{
    public static void Gather(RunInput input, Problem problem, IReadOnlyList<Domain.Runs.Run> looked, InputCheck check)
    {
        var options = input.Options;
        if (options.Initiative is { } asked)
            check.That(
                problem.Initiatives.Any(i => i.Id.Value == asked), "/opties/initiatief", $"Initiatief {asked} doet niet mee in deze planning.",
                $"Initiative {asked} takes no part in this planning.");
        Known(options.Budgets, [.. problem.Budgets.Select(b => b.Id.Value)], "/opties/budgetten", "budget", "budget", check);
        Known(options.Pools, [.. problem.Capacities.Select(c => c.Id.Value)], "/opties/pools", "capaciteitspool", "capacity pool", check);
        Known(options.Order, [.. problem.Goals.Select(g => g.Id.Value)], "/opties/volgorde", "doel", "goal", check);
        check.That(
            options.Order is not { Count: < 2 }, "/opties/volgorde", "Een volgorde heeft ten minste twee doelen.", "An order has at least two goals.");
        if (input.Kind == RunKind.Robust)
            check.That(
                problem.Initiatives.Count > 0 && Robustness.HasWeights(problem, RunExecution.RobustOf(options)), "/opties/spreiding",
                "Zonder initiatieven, of zonder gewichten die kunnen verschillen, is er niets te onderzoeken.",
                "Without initiatives, or without weights that can differ, there is nothing to look into.");
        if (input.Kind == RunKind.Frontier && (options.Budgets is not null || options.Pools is not null))
            check.That(
                problem.Budgets.Where(b => options.Budgets?.Contains(b.Id.Value) is true).Sum(b => b.PerYear.Sum())
                    + problem.Capacities.Where(c => options.Pools?.Contains(c.Id.Value) is true).Sum(c => c.PerPeriod.Sum()) > 0,
                "/opties/budgetten", "Deze budgetten en pools zijn leeg.", "These budgets and pools are empty.");
        if (input.Kind == RunKind.Silos)
            check.That(
                Silos.LabelsOf(problem).Contains(options.Label!), "/opties/label", $"Geen initiatief heeft het label {options.Label}.",
                $"No initiative has the label {options.Label}.");
        if (input.Kind == RunKind.Silos && options is { Division: DivisionAsked.Historic, Shares: null })
            check.That(false, "/opties/aandelen", "De historische verdeling vraagt aandelen.", "The historic division needs shares.");
        Plans(input, problem, looked, check);
    }

    /// <summary>The problem with the shares that were given.</summary>
    public static Problem Divided(RunInput input, Problem problem, InputCheck check)
    {
        using var shares = new MemoryStream(Encoding.UTF8.GetBytes(input.Options.Shares!.Value.GetRawText()));
        var read = SharesReader.Read(shares, problem);
        foreach (var fault in read.Faults.Where(fault => fault.Severity == Severity.Error))
            check.That(
                false, "/opties/aandelen" + fault.JsonPointer, FaultText.Line(System.Globalization.CultureInfo.GetCultureInfo("nl"), fault), fault.ToString());
        if (read.Value is not { } divided)
            return problem;
        check.That(
            HistoricShares.Check(divided, input.Options.Label!).Count == 0, "/opties/aandelen",
            $"De aandelen verdelen niet elk middel over de delen van {input.Options.Label}: elk deel één keer, samen ten hoogste 1.",
            $"The shares do not divide all means over the parts of {input.Options.Label}: each part once, together at most 1.");
        return divided;
    }

    /// <summary>The plans of other runs must be of this problem, and a plan that is explained or priced must keep its rules.</summary>
    private static void Plans(RunInput input, Problem problem, IReadOnlyList<Domain.Runs.Run> looked, InputCheck check)
    {
        for (var i = 0; i < looked.Count; i++)
        {
            var plan = RunPlans.PlanOf(looked[i].Kind, looked[i].Result)!;
            var report = Evaluator.Check(problem, plan with { Value = null, Bound = null, Certificate = null });
            if (report.Faults.Where(f => f.Kind is CheckFaultKind.NotAnOption or CheckFaultKind.ChosenTwice).Select(f => f.Details[0]).Distinct().ToArray()
                is { Length: > 0 } foreign)
            {
                var names = Names(foreign, looked[i]);
                check.That(
                    false, i == 0 ? "/run" : $"/opties/andereRuns/{i - 1}",
                    $"Het plan van run {looked[i].Number} kiest wat in het probleem van run {looked[0].Number} niet kan: {names.Dutch}.",
                    $"The plan of run {looked[i].Number} chooses what the problem of run {looked[0].Number} does not have: {names.English}.");
            }

            if (input.Kind is RunKind.Explain or RunKind.Prices or RunKind.Robust)
                check.That(
                    report.Violations.Count == 0, "/run", $"Het plan van run {looked[i].Number} houdt zich niet aan alle regels.",
                    $"The plan of run {looked[i].Number} does not keep all rules.");
        }
    }

    /// <summary>Initiatives by number and name, the first few of them.</summary>
    private static Text Names(string[] numbers, Domain.Runs.Run run)
    {
        const int most = 3;
        var names = RunPlans.ProblemOf(run.Problem).Initiatives.ToDictionary(i => i.Id.Value, i => i.Name);
        var shown = string.Join(", ", numbers.Take(most).Select(number => names.GetValueOrDefault(number) is { } name ? $"{number} {name}" : number));
        var more = numbers.Length - most;
        return more <= 0 ? new Text(shown, shown) : new Text($"{shown} en nog {more}", $"{shown} and {more} more");
    }

    private static void Known(
        IReadOnlyList<string>? asked, IReadOnlyCollection<string> known, string where, string dutch, string english, InputCheck check)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (asked?.Count ?? 0); i++)
        {
            check.That(
                known.Contains(asked![i]), $"{where}/{i}", $"Er is geen {dutch} {asked[i]} in deze planning.", $"There is no {english} {asked[i]} in this planning.");
            check.That(seen.Add(asked[i]), $"{where}/{i}", $"{asked[i]} staat er al.", $"{asked[i]} is there already.");
        }
    }
}
