namespace Koers.Planning.Analyses;

/// <summary>How far scenarios are apart, and an order in which they cover all weights soon.</summary>
internal static class Spread
{
    /// <summary>The extreme scenarios, then each time the one furthest from all before it.</summary>
    public static List<int> Order(IReadOnlyList<Scenario> scenarios)
    {
        var order = Enumerable.Range(0, scenarios.Count).Where(s => scenarios[s].IsExtreme).ToList();
        if (order.Count == 0)
            order.Add(0);
        var near = scenarios.Select(s => order.Min(o => Distance(scenarios[o], s))).ToArray();
        var isIn = new bool[scenarios.Count];
        order.ForEach(s => isIn[s] = true);
        while (order.Count < scenarios.Count)
        {
            var next = Enumerable.Range(0, scenarios.Count).Where(s => !isIn[s]).MaxBy(s => near[s]);
            isIn[next] = true;
            order.Add(next);
            for (var s = 0; s < near.Length; s++)
                near[s] = Math.Min(near[s], Distance(scenarios[next], scenarios[s]));
        }
        return order;
    }

    /// <summary>Differences of weights, added up.</summary>
    public static double Distance(Scenario one, Scenario other)
    {
        var sum = 0.0;
        for (var g = 0; g < one.Weights.Length; g++)
            sum += Math.Abs(one.Weights[g] - other.Weights[g]);
        return sum;
    }
}
