using Koers.Domain.Runs;
using Koers.Planning;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.App.Runs;

/// <summary>What a run works with.</summary>
/// <param name="Kind">What it finds out.</param>
/// <param name="Options">How.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Plans">The plans that it looks into, each with the number of its run; the first is of its own problem.</param>
internal sealed record RunTask(RunKind Kind, RunOptions Options, Problem Problem, IReadOnlyList<(int Number, Plan Plan)> Plans)
{
    /// <summary>The best plan of an attempt that was broken off; null where there is none.</summary>
    public Plan? Kept { get; init; }
}

/// <summary>How far a run is.</summary>
internal sealed record RunProgress(double? Value, double? Bound, double? Gap, string Message)
{
    /// <summary>The best checked plan so far; null where there is none, or the run is not about one.</summary>
    public Plan? Plan { get; init; }
}

/// <summary>What came of a run.</summary>
/// <param name="Result">Plan or answer; null where nothing was found.</param>
/// <param name="Plan">The plan, where it is about one.</param>
internal sealed record RunAnswer(byte[]? Result, Plan? Plan);

/// <summary>Has the engine do a run: the same calls and the same JSON as the commands of <c>koers</c>.</summary>
internal sealed class RunExecution(RunTask task, int threads, Action<RunProgress> progress, CancellationToken stop)
{
    private readonly RunOptions _options = task.Options;

    public RunAnswer Run() => task.Kind switch
    {
        RunKind.Plan => Planned(),
        RunKind.Explain => Explained(),
        RunKind.Prices => Priced(),
        RunKind.Silos => Written(
            Silos.Compare(task.Problem, new SiloSettings(_options.Label!) { Division = _options.MeansDivision }, How(30), Steps(), stop), SilosJson.Write),
        RunKind.Frontier => Frontiered(),
        RunKind.Robust => Written(
            Robustness.Analyse(task.Problem, task.Plans.Count > 0 ? task.Plans[0].Plan.Selected : null, RobustOf(_options), How(120), Steps(), stop), RobustJson.Write),
        RunKind.Risk => Simulated(),
        RunKind.Replan => Replanned(),
        RunKind.Compare => Compared(),
        _ => Written(Repairer.Repair(task.Problem, RepairOf(_options), How(60), Steps(), stop), RepairJson.Write),
    };

    public static RobustSettings RobustOf(RunOptions options)
    {
        var defaults = new RobustSettings();
        return defaults with
        {
            Order = options.Order?.Select(goal => new GoalId(goal)).ToArray(),
            Spread = options.Spread,
            Vectors = options.Vectors ?? defaults.Vectors,
        };
    }

    private static RepairSettings RepairOf(RunOptions options)
    {
        var defaults = new RepairSettings();
        return new RepairSettings { MostConflicts = options.Conflicts ?? defaults.MostConflicts, MayGiveUp = options.MayGiveUp ?? false };
    }

    private RunAnswer Planned()
    {
        var defaults = new PlannerOptions();
        var plan = Planner.Plan(
            task.Problem,
            new PlannerOptions
            {
                TimeLimit = _options.TimeLimit is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.TimeLimit,
                Gap = _options.Gap ?? defaults.Gap,
                Seed = _options.Seed ?? defaults.Seed,
                Deterministic = _options.Deterministic ?? false,
                Threads = threads,
            },
            new Told<PlanningProgress>(p => progress(new RunProgress(p.Value, Finite(p.Bound), Finite(p.Gap), RunMessages.Of(p.Phase)) { Plan = p.Plan })),
            // What must come out the same every time begins at the begin every time
            task.Kept is { } kept && _options.Deterministic is not true ? Foreknowledge.Of(kept) : null, stop);
        return new RunAnswer(plan.Status == PlanStatus.Unknown ? null : PlanWriter.ToBytes(plan), plan);
    }

    private RunAnswer Explained() => Written(
        Explanation.Of(task.Problem, task.Plans[0].Plan, new InitiativeId(_options.Initiative!), options: How(5), progress: Steps(), cancellationToken: stop),
        ExplanationJson.Write);

    private RunAnswer Priced()
    {
        var defaults = new PriceSettings();
        var settings = new PriceSettings { Relief = _options.Relief ?? defaults.Relief, Confirm = _options.Confirm ?? defaults.Confirm };
        return Written(
            MeansPricing.Of(task.Problem, task.Plans[0].Plan, settings, How(20), Steps(), stop), (stream, prices) => PricesJson.Write(stream, settings, prices));
    }

    private RunAnswer Frontiered()
    {
        var defaults = new FrontierSettings();
        var settings = new FrontierSettings
        {
            Budgets = [.. (_options.Budgets ?? []).Select(id => new BudgetId(id))],
            Capacities = [.. (_options.Pools ?? []).Select(id => new CapacityId(id))],
            From = _options.From ?? defaults.From,
            To = _options.To ?? defaults.To,
            Points = _options.Points ?? defaults.Points,
            Gap = _options.Gap ?? defaults.Gap,
        };
        return Written(Frontier.Trace(task.Problem, settings, How(60), Steps(), stop), (stream, result) => FrontierJson.Write(stream, settings, result));
    }

    private RunAnswer Simulated()
    {
        var plan = task.Plans[0].Plan;
        var keepsRules = KeepsRules(plan);
        var settings = new RiskSettings { Runs = _options.Draws ?? new RiskSettings().Runs };
        return Written(
            PlanRisk.Simulate(task.Problem, plan.Selected, settings, How(60), Steps(), stop), (stream, result) => RiskJson.Write(stream, result, keepsRules));
    }

    private RunAnswer Replanned()
    {
        var settings = new ReplanSettings
        {
            Freeze = Math.Min(_options.Freeze ?? 0, task.Problem.Horizon.Periods),
            DropPenalty = _options.DropPenalty,
            AddPenalty = _options.AddPenalty,
            ShiftPenalty = _options.ShiftPenalty,
            VariantPenalty = _options.VariantPenalty,
        };
        var replanning = Replanner.Replan(task.Problem, task.Problem.Reference!.Plan, settings, How(10), Steps(), stop);
        return replanning.Plan.Status == PlanStatus.Unknown
            ? new RunAnswer(null, replanning.Plan)
            : Written(replanning, ReplanJson.Write) with { Plan = replanning.Plan };
    }

    private RunAnswer Compared()
    {
        var plans = task.Plans.Select(p => new ComparedPlan($"planningsrun/{p.Number}", p.Plan, KeepsRules(p.Plan))).ToArray();
        return Written(
            PlanComparison.Of(task.Problem, [.. plans.Select(p => p.Plan.Selected)]), (stream, comparison) => ComparisonJson.Write(stream, comparison, plans));
    }

    private bool KeepsRules(Plan plan) =>
        Evaluator.Check(task.Problem, plan with { Value = null, Bound = null, Certificate = null }).Violations.Count == 0;

    private AnalysisOptions How(double usualSeconds) => new()
    {
        TimeLimit = TimeSpan.FromSeconds(_options.TimeLimit ?? usualSeconds),
        Seed = _options.Seed ?? new AnalysisOptions().Seed,
        Deterministic = _options.Deterministic ?? false,
        Pool = new LocalPool(threads),
    };

    private Told<AnalysisProgress> Steps() => new(p => progress(new RunProgress(null, null, null, RunMessages.Of(p))));

    private static RunAnswer Written<T>(T answer, Action<Stream, T> write)
    {
        using var stream = new MemoryStream();
        write(stream, answer);
        return new RunAnswer(stream.ToArray(), null);
    }

    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;

    /// <summary>Tells at once, on the thread that reports.</summary>
    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
