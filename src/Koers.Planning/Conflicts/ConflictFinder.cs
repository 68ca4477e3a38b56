namespace Koers.Planning.Conflicts;

/// <summary>Rules that cannot hold together.</summary>
/// <param name="Rules">Their numbers, in the order of the model.</param>
/// <param name="IsIrreducible">Whether it is proven that all but any one of them can hold together. Where it is not, time ran out, and
/// the set may be larger than it need be.</param>
internal sealed record FoundConflict(IReadOnlyList<int> Rules, bool IsIrreducible);

/// <summary>
/// Finds an irreducible set of rules that cannot hold together: leave any one of them out and a plan exists. First it shrinks the set
/// cheaply: where one row at a time shows the contradiction, by divide and conquer (QuickXplain, U. Junker 2004), else by the prices of
/// an elastic relaxation. Then it leaves out one rule after the other (deletion filter, Chinneck and Dravnieks 1991), and each time keeps
/// only what the proof needed.
/// </summary>
internal sealed class ConflictFinder(RuleOracle oracle)
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(60);

    /// <summary>A conflict among some rules; null where they can hold together, or where it could not be found out.</summary>
    /// <param name="among">Numbers of rules.</param>
    public FoundConflict? Find(IReadOnlyList<int> among)
    {
        var rules = among;
        if (oracle.IsPlainlyImpossible(rules))
            rules = Plain([], rules, isChanged: false);
        else if (oracle.Ask(rules) is { Verdict: Togetherness.Impossible } answer)
            rules = answer.Core;
        else
            return null;
        return oracle.IsStopped && rules.Count == among.Count ? null : Reduce(rules);
    }

    /// <summary>
    /// Leaves out one rule after the other: first by fractions only, which is quick, then with whole initiatives. Where it cannot be found
    /// out in a short time whether the set can do without some rule, it hardly can and hardly cannot; another conflict, made without
    /// that rule as far as possible, is mostly plainer. So that is tried first, with ever more patience.
    /// </summary>
    private FoundConflict Reduce(IReadOnlyList<int> all)
    {
        FoundConflict? best = null;
        var avoided = new HashSet<int>();
        for (var patience = FirstPatience; ; patience *= 2)
        {
            oracle.Focus(all);
            var rules = Filter(all, avoided, others => oracle.AskFractions(others) ?? new Answer(Togetherness.Possible, []), out _);
            oracle.Focus(rules);
            oracle.Patience = patience;
            rules = Filter(rules, avoided, oracle.Ask, out var unclear);
            if (best is null || rules.Count < best.Rules.Count || unclear is null)
                best = new FoundConflict([.. rules.Order()], unclear is null && !oracle.IsStopped);
            if (unclear is null || oracle.IsStopped || patience >= LastPatience)
                return best;
            avoided.Add(unclear.Value);
        }
    }

    /// <summary>Leaves out what the rest can do without; ends at the first rule of which that does not become clear.</summary>
    private IReadOnlyList<int> Filter(
        IReadOnlyList<int> rules, HashSet<int> avoided, Func<IReadOnlyList<int>, Answer> ask, out int? unclear)
    {
        var kept = new HashSet<int>();
        unclear = null;
        while (rules.Where(n => !kept.Contains(n)).OrderBy(n => avoided.Contains(n) ? -1 : Weight(n)).Select(n => (int?)n).FirstOrDefault() is { } one)
        {
            int[] others = [.. rules.Where(n => n != one)];
            var answer = ask(others);
            if (answer.Verdict == Togetherness.Impossible)
            {
                rules = [.. others.Where(answer.Core.Contains)];
                continue;
            }
            if (answer.Verdict == Togetherness.Unknown)
            {
                unclear = one;
                return rules;
            }
            kept.Add(one);
        }
        return rules;
    }

    /// <summary>What is left out first: single initiatives before frames, budgets and capacities. A conflict between a few large limits
    /// says more than one that also needs every statutory task, and is proven much sooner.</summary>
    private int Weight(int rule)
    {
        var name = oracle.Model.RuleBook.Rules[rule].Name;
        bool Is(string kind) => name.StartsWith(kind, StringComparison.Ordinal);
        return Is("mandatory/") ? 0 : Is("capacity/") ? 2 : Is("frame/") || Is("budget/") ? 3 : 1;
    }

    private IReadOnlyList<int> Plain(IReadOnlyList<int> kept, IReadOnlyList<int> candidates, bool isChanged)
    {
        if (isChanged && oracle.IsPlainlyImpossible(kept))
            return [];
        if (candidates.Count <= 1)
            return candidates;
        var half = candidates.Count / 2;
        IReadOnlyList<int> first = [.. candidates.Take(half)];
        IReadOnlyList<int> second = [.. candidates.Skip(half)];
        var fromSecond = Plain([.. kept, .. first], second, isChanged: true);
        var fromFirst = Plain([.. kept, .. fromSecond], first, isChanged: fromSecond.Count > 0);
        return [.. fromFirst, .. fromSecond];
    }
}
