using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Decides what changes cost: what was asked, else what the problem says, else a share of what an initiative is worth.</summary>
internal static class PenaltyChoice
{
    public static ReplanPenalties Of(Problem problem, IReadOnlyList<Choice> held, ReplanSettings settings)
    {
        var (mean, of) = MeanWorth(problem, held);
        // A file that only holds an earlier plan says nothing of what departing from it costs
        var own = problem.Reference is { } r && r.DropPenalty + r.AddPenalty + r.ShiftPenalty + r.VariantPenalty > 0 ? r : null;
        Penalty Choose(double? asked, double? stated, double share) =>
            asked is { } points ? new Penalty(points, PenaltySource.Asked)
            : stated is { } known ? new Penalty(known, PenaltySource.Problem)
            : new Penalty(share * mean, PenaltySource.Derived);
        return new ReplanPenalties(
            Choose(settings.DropPenalty, own?.DropPenalty, ReplanPenalties.DropShare),
            Choose(settings.AddPenalty, own?.AddPenalty, ReplanPenalties.AddShare),
            Choose(settings.ShiftPenalty, own?.ShiftPenalty, ReplanPenalties.ShiftShare),
            Choose(settings.VariantPenalty, own?.VariantPenalty, ReplanPenalties.VariantShare),
            mean)
        {
            MeanOf = of,
        };
    }

    /// <summary>The mean of what the options are worth by themselves; of the best options where nothing is held. Two figures, so that
    /// people can repeat the sum; 1 where nothing is worth anything.</summary>
    private static (double Mean, MeanWorthOf Of) MeanWorth(Problem problem, IReadOnlyList<Choice> held)
    {
        var options = new OptionSet(problem);
        var worths = held.Select(options.Find).Where(o => o >= 0).Select(o => Worth(options, o)).ToList();
        var of = worths.Count > 0 ? MeanWorthOf.Reference : MeanWorthOf.Problem;
        if (worths.Count == 0)
            worths = [.. Enumerable.Range(0, problem.Initiatives.Count)
                .Select(i => Enumerable.Range(options.First[i], options.First[i + 1] - options.First[i])
                    .Select(o => Worth(options, o)).DefaultIfEmpty(0.0).Max())];
        var mean = worths.Count == 0 ? 0.0 : worths.Average();
        if (!(mean > 0))
            return (1.0, MeanWorthOf.Nothing);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(mean)) - 1);
        return (Math.Round(mean / unit) * unit, of);
    }

    /// <summary>Weight × score over all goals, caps not applied: what an option is worth in a plan that is far from every cap.</summary>
    public static double Worth(OptionSet options, int option)
    {
        var worth = 0.0;
        var goals = options.Score.Keys(option);
        var points = options.Score.Amounts(option);
        for (var e = 0; e < goals.Length; e++)
            worth += options.Problem.Goals[goals[e]].Weight * points[e];
        return worth;
    }
}
