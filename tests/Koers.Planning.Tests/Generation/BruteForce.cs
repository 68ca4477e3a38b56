using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Generation;

/// <summary>Tries every selection of a small problem.</summary>
internal sealed class BruteForce(Problem problem)
{
    private readonly PlainReading _reading = new(problem);

    /// <summary>The best plan that keeps all rules and its value; null where there is none.</summary>
    public (IReadOnlyList<Choice> Plan, double Value)? Best()
    {
        (IReadOnlyList<Choice> Plan, double Value)? best = null;
        foreach (var plan in Selections())
        {
            var value = _reading.Value(plan);
            if ((best is null || value > best.Value.Value) && _reading.Broken(plan).Count == 0)
                best = ([.. plan.Select(o => o.Choice)], value);
        }
        return best;
    }

    /// <summary>Every plan that keeps all rules.</summary>
    public IEnumerable<IReadOnlyList<Choice>> Plans() =>
        Selections().Where(plan => _reading.Broken(plan).Count == 0).Select(plan => (IReadOnlyList<Choice>)[.. plan.Select(o => o.Choice)]);

    /// <summary>Whether some selection keeps all of these rules, whatever else it breaks.</summary>
    public bool CanHoldTogether(IReadOnlyCollection<string> rules) =>
        Selections().Any(plan => _reading.Broken(plan, rules.Contains).Count == 0);

    /// <summary>Whether these rules cannot hold together while all but any one of them can.</summary>
    public bool IsIrreducibleConflict(IReadOnlyCollection<string> rules) =>
        !CanHoldTogether(rules) && rules.All(one => CanHoldTogether([.. rules.Where(r => r != one)]));

    /// <summary>Every selection, whatever it breaks; not to be kept, because the list changes.</summary>
    public IEnumerable<IReadOnlyList<PlainOption>> Every() => Selections();

    private IEnumerable<IReadOnlyList<PlainOption>> Selections() => From(0, []);

    // Hands out one list that it keeps changing: whoever wants to keep a selection must copy it
    private IEnumerable<IReadOnlyList<PlainOption>> From(int initiative, List<PlainOption> plan)
    {
        if (initiative == _reading.Options.Count)
        {
            yield return plan;
            yield break;
        }
        foreach (var rest in From(initiative + 1, plan))
            yield return rest;
        foreach (var option in _reading.Options[initiative])
        {
            plan.Add(option);
            foreach (var rest in From(initiative + 1, plan))
                yield return rest;
            plan.RemoveAt(plan.Count - 1);
        }
    }
}
