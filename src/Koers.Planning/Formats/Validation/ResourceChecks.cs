using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Goals, budgets and capacities.</summary>
internal sealed class ResourceChecks(ProblemNames names, TimeChecks time, Checks checks)
{
    public void Run(Problem problem)
    {
        var root = JsonPath.Root;
        if (problem.Goals.Count == 0) checks.Error(root["goals"], FaultKind.NoneGiven, Phrase.Goal);
        for (var i = 0; i < problem.Goals.Count; i++) Goal(problem.Goals[i], root["goals"][i]);
        for (var i = 0; i < problem.Budgets.Count; i++) Budget(problem.Budgets[i], root["budgets"][i]);
        for (var i = 0; i < problem.Capacities.Count; i++) Capacity(problem.Capacities[i], root["capacities"][i]);
    }

    private void Goal(Goal goal, JsonPath at)
    {
        checks.NotNegative(goal.Weight, at["weight"]);
        if (goal.Cap is { } cap) checks.NotNegative(cap, at["cap"]);
    }

    private void Budget(Budget budget, JsonPath at)
    {
        Length(budget.PerYear.Count, time.Years, Phrase.Year, at["perYear"]);
        checks.NoneNegative(budget.PerYear, at["perYear"]);
    }

    private void Capacity(Capacity capacity, JsonPath at)
    {
        Length(capacity.PerPeriod.Count, time.Periods, Phrase.Period, at["perPeriod"]);
        checks.NoneNegative(capacity.PerPeriod, at["perPeriod"]);
        checks.Share(capacity.Reserve, at["reserve"]);
        if (capacity.Hire is not { } hire) return;
        checks.NotNegative(hire.MaxPerPeriod, at["hire"]["maxPerPeriod"]);
        checks.NotNegative(hire.Price, at["hire"]["price"]);
        names.Budgets.Has(hire.Budget.Value, at["hire"]["budget"]);
    }

    private void Length(int found, int? needed, Phrase per, JsonPath path)
    {
        if (needed is { } count && found != count) checks.Error(path, FaultKind.WrongLength, found, count, per);
    }
}
