using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Conflicts;

/// <summary>
/// Finds an irreducible set of rules that cannot hold together: leave any one of them out and a plan exists. By divide and conquer
/// (QuickXplain, U. Junker 2004), first with the quick tests only, which shrink the set cheaply, and then with the exact one.
/// </summary>
internal sealed class ConflictFinder(Model model, int seed)
{
    /// <summary>The names of the rules, or nothing where the search for them was stopped or could not repeat the proof.</summary>
    public IReadOnlyList<string> Find(CancellationToken cancelled)
    {
        IReadOnlyList<Rule> rules = [.. model.RuleBook.Rules.Where(r => !r.IsDefinition)];
        var proven = false;
        foreach (var depth in Enum.GetValues<FeasibilityDepth>())
        {
            var test = new FeasibilityTest(model.Options, depth, seed, cancelled);
            if (!test.IsInfeasible(rules))
                continue;
            proven = true;
            rules = Irreducible(test, [], rules, isChanged: false);
            if (cancelled.IsCancellationRequested)
                return [];
        }
        return proven ? [.. rules.Select(r => r.Name)] : [];
    }

    private static IReadOnlyList<Rule> Irreducible(
        FeasibilityTest test, IReadOnlyList<Rule> kept, IReadOnlyList<Rule> candidates, bool isChanged)
    {
        if (isChanged && test.IsInfeasible(kept))
            return [];
        if (candidates.Count <= 1)
            return candidates;
        var half = candidates.Count / 2;
        IReadOnlyList<Rule> first = [.. candidates.Take(half)];
        IReadOnlyList<Rule> second = [.. candidates.Skip(half)];
        var fromSecond = Irreducible(test, [.. kept, .. first], second, isChanged: true);
        var fromFirst = Irreducible(test, [.. kept, .. fromSecond], first, isChanged: fromSecond.Count > 0);
        return [.. fromFirst, .. fromSecond];
    }
}
