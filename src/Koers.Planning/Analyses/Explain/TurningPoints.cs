using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Puts what was tried into words of size and amount, and in order.</summary>
internal sealed class TurningPoints(Problem problem, Initiative initiative, TrialProblem asIs, ExplainSettings settings)
{
    private OptionSet Options => asIs.Model.Options;

    public IReadOnlyList<TurningPoint> Of(IReadOnlyList<Question> questions, bool isIn, Sides sides, int? reference) =>
    [
        .. questions.Select(question => Of(question, isIn, sides, reference))
            .OrderBy(point => point.Verdict).ThenBy(point => point.Relative ?? double.PositiveInfinity),
    ];

    private TurningPoint Of(Question question, bool isIn, Sides sides, int? reference)
    {
        var (from, to) = question.Bracket(isIn, sides.ValueWithout);
        var isDone = question.Next(isIn, sides.ValueWithout) is null;
        double? inAt = isIn ? from : to;
        double? outAt = isIn ? to : from;
        var trial = question.At(inAt);
        var decides = to ?? (isIn ? from : null);
        return new TurningPoint(
            question.Kind, question.Resource, question.IsRaised,
            to is not null ? TurnVerdict.Turns : isDone ? TurnVerdict.DoesNotTurn : TurnVerdict.NotKnown,
            inAt,
            outAt,
            IsProven(question, question.At(outAt), sides.ValueWithout),
            trial is { With: { } with } ? Pair(question, trial, with, sides) : null,
            inAt is { } size ? Amount(question, size, trial, reference) : null,
            question.Limit,
            decides is { } relative ? question.Kind == ChangeKind.Start ? relative / problem.Horizon.Periods : relative : null,
            to is { } end && end - from <= Width(question));
    }

    private double Width(Question question) => (question.Kind == ChangeKind.Start ? 1.0 : settings.Precision) * (1 + 1e-9);

    private static bool IsProven(Question question, Trial? trial, double without) =>
        trial is not null && question.ValueWithout(trial, without) is var value && trial.BoundWith < value && !Tie.Is(trial.BoundWith, value);

    private static PlanPair Pair(Question question, Trial trial, IReadOnlyList<Choice> with, Sides sides)
    {
        var without = question.ChangesBothSides ? trial.Without : sides.Without.Value is null ? null : sides.Without.Selected;
        return new PlanPair(with, trial.ValueWith, without, without is null ? null : question.ValueWithout(trial, sides.ValueWithout));
    }

    private double? Amount(Question question, double size, Trial? trial, int? reference)
    {
        var held = trial?.With?.FirstOrDefault(choice => choice.Initiative == initiative.Id);
        var option = held is not null && question.Kind is ChangeKind.Cost or ChangeKind.Contribution or ChangeKind.EffortOfOne
            ? Options.Find(held!)
            : reference ?? -1;
        if (option < 0)
            return null;
        return question.Kind switch
        {
            ChangeKind.Cost => size * Sum(Options.Spend, option, _ => true),
            ChangeKind.Contribution => size * Points(option),
            ChangeKind.EffortOfOne or ChangeKind.Capacity => size * Peak(option, new CapacityId(question.Resource!)),
            ChangeKind.Budget => size * Sum(Options.Spend, option, key => problem.Budgets[key / Options.Years].Id.Value == question.Resource),
            _ => null,
        };
    }

    private static double Sum(SparseRows table, int option, Func<int, bool> counts)
    {
        var sum = 0.0;
        for (var e = table.Start[option]; e < table.Start[option + 1]; e++)
            if (counts(table.Key[e]))
                sum += table.Amount[e];
        return sum;
    }

    private double Peak(int option, CapacityId capacity)
    {
        var peak = 0.0;
        for (var e = Options.Effort.Start[option]; e < Options.Effort.Start[option + 1]; e++)
            if (problem.Capacities[Options.Effort.Key[e] / Options.Periods].Id == capacity)
                peak = Math.Max(peak, Options.Effort.Amount[e]);
        return peak;
    }

    private double Points(int option)
    {
        var points = 0.0;
        for (var e = Options.Score.Start[option]; e < Options.Score.Start[option + 1]; e++)
            points += problem.Goals[Options.Score.Key[e]].Weight * Options.Score.Amount[e];
        return points;
    }
}
