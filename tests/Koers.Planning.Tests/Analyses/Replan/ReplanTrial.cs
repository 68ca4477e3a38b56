using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Replan;

/// <summary>A generated problem with a plan held until now, read plainly: which plans keep what is frozen, and what their changes cost.
/// Shares nothing with how the engine freezes.</summary>
internal sealed class ReplanTrial
{
    private readonly PlainReading _reading;
    private readonly InitiativeId? _released;

    private ReplanTrial(int seed, Problem problem, IReadOnlyList<Choice> reference, ReplanSettings settings, InitiativeId? released)
    {
        (Seed, Problem, Reference, Settings, _released) = (seed, problem, reference, settings, released);
        _reading = new PlainReading(problem);
        Plans = [.. new BruteForce(problem).Plans().Where(KeepsWhatIsFrozen).Select(plan =>
            new TrialPlan(plan, _reading.Value([.. plan.Select(Option)]), Disturbance(plan)))];
    }

    public int Seed { get; }
    public Problem Problem { get; }
    public IReadOnlyList<Choice> Reference { get; }
    public ReplanSettings Settings { get; }

    /// <summary>Every plan that keeps all rules and what is frozen, with its value before penalties.</summary>
    public IReadOnlyList<TrialPlan> Plans { get; }

    public static ReplanTrial Make(int seed)
    {
        var problem = ProblemGenerator.Make(seed) with { Reference = null };
        var random = new Random(seed);
        double Halves(int most) => 0.5 * random.Next(0, (2 * most) + 1);
        // Starts are also drawn from outside the windows: what is held there has slipped
        var held = problem.Initiatives.Where(_ => random.NextDouble() < 0.6).Select(i => new Choice(
            i.Id, i.Variants[random.Next(i.Variants.Count)].Id, random.Next(-1, problem.Horizon.Periods))).ToList();
        var settings = new ReplanSettings
        {
            Freeze = random.Next(0, Math.Min(3, problem.Horizon.Periods) + 1),
            DropPenalty = Halves(3),
            AddPenalty = Halves(2),
            ShiftPenalty = Halves(1),
            VariantPenalty = Halves(2),
        };
        return new ReplanTrial(seed, problem, held, settings, null);
    }

    public ReplanTrial With(int freeze, InitiativeId? released) =>
        new(Seed, Problem, Reference, Settings with { Freeze = freeze }, released);

    public Replanning Run(AnalysisOptions options) =>
        Replanner.Replan(Problem, Reference, Settings, options, cancellationToken: TestContext.Current.CancellationToken);

    public IReadOnlyList<string> Broken(IReadOnlyList<Choice> plan) => _reading.Broken([.. plan.Select(Option)]);

    public bool KeepsWhatIsFrozen(IReadOnlyList<Choice> plan)
    {
        foreach (var options in _reading.Options.Where(options => options.Count > 0))
        {
            var chosen = plan.FirstOrDefault(choice => choice.Initiative == options[0].Initiative.Id);
            if (Must(options) is { } must && must != chosen)
                return false;
            if (chosen is not null && !Allowed(options).Contains(chosen))
                return false;
        }

        return true;
    }

    public override string ToString() =>
        $"seed {Seed}, freeze {Settings.Freeze}, reference {string.Join(" ", Reference.Select(c => $"{c.Initiative}/{c.Variant}@{c.Start}"))}";

    private Choice? Held(IReadOnlyList<PlainOption> options) =>
        Reference.FirstOrDefault(choice => choice.Initiative == options[0].Initiative.Id);

    private bool IsReleased(InitiativeId initiative) => initiative == _released;

    private static bool IsPast(Choice choice) => choice.Start < 0;

    // Only work that runs already began in the past
    private Choice? Must(IReadOnlyList<PlainOption> options)
    {
        if (Held(options) is not { } held || held.Start >= Settings.Freeze || IsReleased(held.Initiative))
            return null;
        var possible = options.Select(option => option.Choice).Where(choice => IsPast(held) || !IsPast(choice)).ToList();
        return possible.Count == 0 ? null : Nearest(possible, held);
    }

    private List<Choice> Allowed(IReadOnlyList<PlainOption> options)
    {
        var (held, must) = (Held(options), Must(options));
        var from = held is not null && held.Start < Settings.Freeze ? 0 : Settings.Freeze;
        return [.. options.Select(option => option.Choice).Where(choice =>
            must is not null ? choice == must : choice.Start >= from || (choice == held && IsReleased(choice.Initiative)))];
    }

    private static Choice Nearest(IReadOnlyList<Choice> options, Choice held)
    {
        var same = options.Where(choice => choice.Variant == held.Variant).ToList();
        return (same.Count > 0 ? same : options).MinBy(choice => Math.Abs(choice.Start - held.Start))!;
    }

    private double Disturbance(IReadOnlyList<Choice> plan)
    {
        var cost = (double)Settings.AddPenalty! * plan.Count(choice => Reference.All(held => held.Initiative != choice.Initiative));
        foreach (var held in Reference)
        {
            if (plan.FirstOrDefault(choice => choice.Initiative == held.Initiative) is not { } now)
            {
                cost += (double)Settings.DropPenalty!;
                continue;
            }

            var allowed = Allowed(_reading.Options.First(options => options.Count > 0 && options[0].Initiative.Id == held.Initiative));
            // A variant that cannot be chosen any more changes without anybody's choice
            var variant = allowed.Any(choice => choice.Variant == held.Variant) ? held.Variant : Nearest(allowed, held).Variant;
            cost += ((double)Settings.ShiftPenalty! * Math.Abs(now.Start - held.Start))
                + (now.Variant == variant ? 0 : (double)Settings.VariantPenalty!);
        }

        return cost;
    }

    private PlainOption Option(Choice choice) => _reading.Options.SelectMany(options => options).First(option => option.Choice == choice);
}

/// <summary>A plan of a trial.</summary>
internal sealed record TrialPlan(IReadOnlyList<Choice> Choices, double Value, double Disturbance);
