using Koers.Planning.Search;

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
/// <param name="oracle">Answers what can hold together.</param>
/// <param name="seed">0 leaves out first what the first proof asked least of; another number departs from that by chance, and so finds other sets.</param>
internal sealed class ConflictFinder(RuleOracle oracle, int seed = 0)
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(60);

    /// <summary>How many sets are tried before patience grows, and how many others each of them leads to.</summary>
    private const int MostTries = 24;

    private const int Branches = 8;

    /// <summary>Where a quick look leaves more rules unclear than this, another set is tried first.</summary>
    private const int MostUnclear = 4;

    private readonly Dictionary<int, double> _chance = [];
    private readonly Draw _draw = new(seed);

    /// <summary>The <see cref="Weight"/> of what is mostly needed: not tried in halves.</summary>
    private const int Heaviest = 3;

    /// <summary>The least <see cref="Weight"/> of a limit on more than one initiative.</summary>
    private const int Lightest = 2;

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
    /// out in a short time whether the set can do without some rule, the rest of it hardly can and hardly cannot hold together: a doubtful
    /// rest. No conflict that holds a doubtful rest and more can be proven irreducible, so the next sets are made without some rule of
    /// it, or without the rule in doubt; then the best set is looked at again, with ever more patience.
    /// </summary>
    private FoundConflict Reduce(IReadOnlyList<int> all)
    {
        var best = (Rules: all, Unclear: all, Avoided: new HashSet<int>());
        var tries = new PriorityQueue<HashSet<int>, (int Unclear, int Number)>([(best.Avoided, (0, 0))]);
        var (seen, doubtful) = (new HashSet<string>(StringComparer.Ordinal), new List<HashSet<int>>());
        var (number, patience) = (0, FirstPatience);
        while (true)
        {
            var isNew = tries.TryDequeue(out var avoided, out _) && number++ < MostTries;
            if (!isNew && (patience *= 2) > LastPatience)
                return Open(best.Rules);
            avoided = isNew ? avoided! : best.Avoided;
            var rules = isNew ? Shrink(all, avoided) : best.Rules;
            if (isNew && !oracle.IsStopped && (!seen.Add(string.Join(' ', rules.Order())) || doubtful.Exists(rest => rest.IsProperSubsetOf(rules))))
                continue;
            oracle.Focus(rules);
            oracle.WholePatience = patience;
            rules = Filter(rules, avoided, isNew ? Math.Min(best.Unclear.Count + 1, MostUnclear) : int.MaxValue, out var unclear);
            if (oracle.IsStopped)
                return Open(rules.Count < best.Rules.Count ? rules : best.Rules);
            if (unclear.Count == 0)
                return new FoundConflict([.. rules.Order()], true);
            if (unclear.Count < best.Unclear.Count)
                best = (rules, unclear, avoided);
            if (!isNew)
                continue;
            doubtful.AddRange(unclear.Select(one => rules.Where(n => n != one).ToHashSet()));
            foreach (var rule in Avoidable(rules, unclear))
                tries.Enqueue([.. avoided, rule], (unclear.Count, number));
        }
    }

    private static FoundConflict Open(IReadOnlyList<int> rules) => new([.. rules.Order()], false);

    /// <summary>What another set could do without: one frame of the doubtful rests, beginning at those that the first proof asked least of,
    /// because then little else must come in their place; and what is in doubt itself.</summary>
    private IEnumerable<int> Avoidable(IReadOnlyList<int> rules, IReadOnlyList<int> unclear) =>
        rules.Where(n => !unclear.Contains(n) && NameOf(n).StartsWith("frame/", StringComparison.Ordinal)).OrderBy(Cost).Take(Branches)
            .Concat(unclear.Take(Branches / 2));

    /// <summary>Leaves out, by fractions, what the rest can do without: whole kinds of rules at once where that goes. Within a kind, what the
    /// first proof asked least of goes first.</summary>
    private IReadOnlyList<int> Shrink(IReadOnlyList<int> all, HashSet<int> avoided)
    {
        // Limits alone, where they are enough: their relaxation is much smaller than one with every relation in it
        int[] limits = [.. all.Where(n => Weight(n) >= Lightest && !avoided.Contains(n))];
        oracle.Focus(limits);
        if (oracle.AskFractions(limits) is not { } proven)
        {
            oracle.Focus(all);
            if (oracle.AskFractions(all) is not { } whole)
                return all;
            proven = whole;
        }
        IReadOnlyList<int> rules = [.. all.Where(proven.Core.Contains)];
        foreach (var kind in rules.GroupBy(n => avoided.Contains(n) ? -1 : Weight(n)).OrderBy(kind => kind.Key).ToList())
        {
            int[] cheapFirst = [.. kind.OrderBy(Cost)];
            rules = kind.Key < Heaviest ? Drop(rules, cheapFirst) : cheapFirst.Aggregate(rules, (left, one) => Drop(left, [one]));
        }
        return rules;
    }

    /// <summary>Leaves out of some rules as many of the candidates as the proof by fractions can do without, by halves.</summary>
    private IReadOnlyList<int> Drop(IReadOnlyList<int> rules, int[] candidates)
    {
        candidates = [.. candidates.Where(rules.Contains)];
        if (candidates.Length == 0)
            return rules;
        int[] others = [.. rules.Where(n => !candidates.Contains(n))];
        if (oracle.AskFractions(others) is { } proven)
            return [.. others.Where(proven.Core.Contains)];
        if (candidates.Length == 1)
            return rules;
        var half = candidates.Length / 2;
        return Drop(Drop(rules, [.. candidates.Take(half)]), [.. candidates.Skip(half)]);
    }

    /// <summary>Leaves out what the rest can do without, with whole initiatives; ends at the first rule of which that does not become clear.</summary>
    /// <param name="rules">Rules that cannot hold together.</param>
    /// <param name="avoided">What to leave out first.</param>
    /// <param name="most">Most rules that may be left to ask about after a quick look; where there are more, it ends there.</param>
    /// <param name="unclear">Rules of which it is not known whether the rest can do without; empty where the set is irreducible.</param>
    private IReadOnlyList<int> Filter(
        IReadOnlyList<int> rules, HashSet<int> avoided, int most, out IReadOnlyList<int> unclear)
    {
        unclear = [];
        // Where fractions prove the conflict and cannot do without any rule, whole initiatives mostly cannot either, and that is soon seen
        var (kept, unseen) = (new HashSet<int>(), new List<int>());
        IReadOnlyList<int> looked = oracle.AskFractions(rules) is null ? [] : [.. rules.OrderBy(Cost)];
        foreach (var one in looked)
        {
            if (oracle.IsSeenPossible([.. rules.Where(n => n != one)]))
                kept.Add(one);
            else
                unseen.Add(one);
            if (unseen.Count > most)
            {
                unclear = unseen;
                return rules;
            }
        }
        while (rules.Where(n => !kept.Contains(n)).OrderBy(n => avoided.Contains(n) ? -1 : Weight(n)).Select(n => (int?)n).FirstOrDefault() is { } one)
        {
            int[] others = [.. rules.Where(n => n != one)];
            var answer = oracle.Ask(others);
            if (answer.Verdict == Togetherness.Impossible)
            {
                rules = [.. others.Where(answer.Core.Contains)];
                continue;
            }
            if (answer.Verdict == Togetherness.Unknown)
            {
                unclear = [.. rules.Where(n => !kept.Contains(n))];
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
        var name = NameOf(rule);
        bool Is(string kind) => name.StartsWith(kind, StringComparison.Ordinal);
        return Is("mandatory/") ? 0 : Is("capacity/") ? 2 : Is("frame/") || Is("budget/") ? Heaviest : 1;
    }

    /// <summary>What the proof asked of a rule, by chance up to as much again.</summary>
    private double Cost(int rule)
    {
        if (seed == 0)
            return oracle.Price(rule);
        if (!_chance.TryGetValue(rule, out var chance))
            _chance[rule] = chance = 1.0 + _draw.Share();
        return oracle.Price(rule) * chance;
    }

    private string NameOf(int rule) => oracle.Model.RuleBook.Rules[rule].Name;

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
