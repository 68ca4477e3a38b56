using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Bounding;

/// <summary>
/// Finds the inequality over a few rows that a fractional solution breaks most, of all that hold for every choice that fits into those
/// rows (local cuts: Applegate, Bixby, Chvátal and Cook 2001; on one row, Boyd 1994). A small linear programme proposes coefficients for
/// what the solution takes, a search through all choices refutes them with a choice that breaks them, until none does; then everything
/// else gets the largest coefficient that still holds (lifting).
/// </summary>
internal sealed class LocalCuts(Model model, bool[] outOfReach)
{
    private const double LeastViolation = 0.01;

    /// <summary>More than this is rounding: coefficients from a linear programme are not exact.</summary>
    private const double Exactness = 1e-9;

    private const int MostProposals = 200;
    private const int MostTaken = 120;            // items that a solution takes of, in one window
    private const long Patience = 20_000;         // choices looked at per question
    private const long PatienceOfLifting = 400_000;

    private readonly HashSet<string> _hard = new(StringComparer.Ordinal);      // windows over which a question took too long

    /// <summary>Choices looked at in all: a measure of work.</summary>
    public long Looked { get; private set; }

    /// <summary>Whether a row is about options using something up, so that cuts can be found over it.</summary>
    public bool IsPacking(int row)
    {
        if (model.RuleBook.Rules[model.Rows.Rule[row]].IsDefinition || !(Limit(row) > 0))
            return false;
        var columns = model.Rows.Entries.Keys(row);
        var amounts = model.Rows.Entries.Amounts(row);
        for (var e = 0; e < columns.Length; e++)
            if (columns[e] < model.Columns.Options && amounts[e] < 0)
                return false;
        return columns.Length > 0;
    }

    /// <summary>How much of a row's limit a solution uses, 0 to 1.</summary>
    public double Fullness(int row, double[] share)
    {
        var columns = model.Rows.Entries.Keys(row);
        var amounts = model.Rows.Entries.Amounts(row);
        var used = 0.0;
        for (var e = 0; e < columns.Length; e++)
            if (columns[e] < model.Columns.Options)
                used += amounts[e] * share[columns[e]];
        return used / Limit(row);
    }

    /// <summary>The cut over some rows that a solution breaks most; null where it breaks none, or finding one takes too long.</summary>
    /// <param name="window">Rows for which <see cref="IsPacking"/> holds.</param>
    /// <param name="solved">The solution.</param>
    public Cut? Separate(IReadOnlyList<int> window, Relaxation solved)
    {
        var name = string.Join(',', window);
        if (_hard.Contains(name))
            return null;
        var limits = window.Select(Limit).ToArray();
        var items = Items(window, limits, solved.Share);
        var taken = items.Where(i => i.Taken > 1e-6).ToList();
        if (taken.Count is < 2 or > MostTaken)
            return null;
        var packing = new Packing(limits, Rates(window, limits, solved.Prices), Patience);
        var cut = Propose(packing, taken) is { } most ? Lift(packing, items, most, solved.Share) : null;
        Looked += packing.Looked;
        if (packing.GaveUp)
            _hard.Add(name);
        return cut;
    }

    /// <summary>What a row may hold: with all that can be hired, and as much more as the contract tolerates.</summary>
    private double Limit(int row)
    {
        var (limit, size) = (model.Rows.Limits[row], Math.Max(1.0, Math.Abs(model.Rows.Limits[row])));
        var columns = model.Rows.Entries.Keys(row);
        var amounts = model.Rows.Entries.Amounts(row);
        for (var e = 0; e < columns.Length; e++)
        {
            size = Math.Max(size, Math.Abs(amounts[e]));
            if (columns[e] >= model.Columns.Options)
                limit -= Math.Min(0.0, amounts[e]) * model.Columns.Upper(columns[e]);
        }
        return limit > 0 ? limit + (Rule.Tolerance * size) : limit;
    }

    private static double[] Rates(IReadOnlyList<int> window, double[] limits, double[] prices)
    {
        var rates = window.Select(r => prices[r] + 1e-9).ToArray();
        var whole = rates.Zip(limits, (rate, limit) => rate * limit).Sum();
        return Array.ConvertAll(rates, rate => rate / whole);
    }

    private List<PackingItem> Items(IReadOnlyList<int> window, double[] limits, double[] share)
    {
        var uses = new SortedDictionary<int, double[]>();
        for (var r = 0; r < window.Count; r++)
        {
            var columns = model.Rows.Entries.Keys(window[r]);
            var amounts = model.Rows.Entries.Amounts(window[r]);
            for (var e = 0; e < columns.Length; e++)
                if (columns[e] < model.Columns.Options && !outOfReach[columns[e]] && amounts[e] > 0)
                {
                    if (!uses.TryGetValue(columns[e], out var use))
                        uses.Add(columns[e], use = new double[window.Count]);
                    use[r] = amounts[e];
                }
        }
        var items = new List<PackingItem>();
        var first = 0;         // of the initiative at hand: options come in order of initiative
        foreach (var (option, use) in uses)
        {
            var initiative = model.Options.Initiative[option];
            while (first < items.Count && items[first].Initiative != initiative)
                first++;
            var item = items.Skip(first).FirstOrDefault(i => i.Uses.AsSpan().SequenceEqual(use));
            if (item is null)
                items.Add(item = new PackingItem(initiative, use));
            item.Options.Add(option);
            item.Taken += share[option];
        }
        // What does not fit on its own would need a coefficient of its own kind; the reduction leaves nearly nothing of the sort.
        return [.. items.Where(i => !i.Uses.Where((use, r) => use > limits[r]).Any())];
    }

    /// <summary>Gives the items that the solution takes of the worth at which it breaks most: no choice is worth more than 1, the solution
    /// as much as possible.</summary>
    /// <returns>What a choice is worth at most, about 1; null where the solution breaks nothing.</returns>
    private static double? Propose(Packing packing, List<PackingItem> taken)
    {
        using var programme = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("This build of Google.OrTools has no GLOP.");
        var worth = taken.ConvertAll(_ => programme.MakeNumVar(0.0, 1.0, ""));
        var objective = programme.Objective();
        objective.SetMaximization();
        for (var k = 0; k < taken.Count; k++)
        {
            objective.SetCoefficient(worth[k], taken[k].Taken + 1e-5);
            taken[k].Worth = taken[k].Taken;
        }
        for (var proposal = 0; proposal < MostProposals; proposal++)
        {
            if (packing.Most(taken) is not { } most)
                return null;
            if (proposal > 0 && most <= 1 + 1e-6)
                return Math.Max(1.0, most) + Exactness;
            var row = programme.MakeConstraint(double.NegativeInfinity, 1.0, "");
            foreach (var item in packing.Filled(taken))
                row.SetCoefficient(worth[taken.IndexOf(item)], 1.0);
            if (programme.Solve() != Solver.ResultStatus.OPTIMAL || objective.Value() < 1 + LeastViolation)
                return null;
            for (var k = 0; k < taken.Count; k++)
                taken[k].Worth = Math.Max(0.0, worth[k].SolutionValue());
        }
        return null;
    }

    private static Cut? Lift(Packing packing, List<PackingItem> items, double most, double[] share)
    {
        var until = packing.Looked + PatienceOfLifting;
        foreach (var item in items.Where(i => i.Taken <= 1e-6))
            if (packing.Looked < until && packing.Most(items, besides: item) is { } others)
                item.Worth = Math.Max(0.0, most - others - Exactness);
        var (options, coefficients, left) = (new List<int>(), new List<double>(), 0.0);
        foreach (var item in items.Where(i => i.Worth > 1e-7))
            foreach (var option in item.Options)
            {
                options.Add(option);
                coefficients.Add(item.Worth);
                left += item.Worth * share[option];
            }
        return left > most + (0.5 * LeastViolation) ? new Cut([.. options], [.. coefficients], most) : null;
    }
}
