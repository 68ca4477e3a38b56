using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>The frames of an executive: a floor, shares, ceilings and rest, as tight as in the synthetic municipalities in samples/.</summary>
internal static class FrameMaker
{
    public static List<Frame> Make(IReadOnlyList<Initiative> initiatives)
    {
        var cost = initiatives.Sum(Cost);
        return
        [
            new GoalFloor(new("klimaat-ondergrens"), "Ondergrens klimaat", new("klimaat"),
                Math.Round(0.12 * Points(initiatives, new GoalId("klimaat")), 1)),
            new SpendShareFrame(new("innovatie"), "Minstens 4% innovatie", Where("kind", "innovation"), null, null, 0.04, null),
            new ConcurrentFrame(new("centrum-rust"), "Rust in het centrum", Where("area", "Centrum"), Math.Max(3, initiatives.Count / 60)),
            new SpendShareFrame(new("wijken"), "Elke wijk telt: Buitengebied", Where("area", "Buitengebied"), null, null, 0.06, null),
            new SpendFrame(new("plafond-ict"), "Plafond ICT en Data", Where("department", "ICT en Data"), null, null, null,
                Math.Round(0.037 * cost, 1)),
            new ConcurrentFrame(new("veranderkracht"), "Veranderkracht sociaal domein", Where("department", "Sociaal Domein"),
                Math.Max(3, initiatives.Count / 50)),
            new RiskFrame(new("risico"), "Risicohouding", Selector.Everything, Math.Round(0.0655 * cost, 1)),
        ];
    }

    /// <summary>Points on a goal when every initiative is done in its first variant.</summary>
    public static double Points(IReadOnlyList<Initiative> initiatives, GoalId goal) =>
        initiatives.Sum(i => i.Variants[0].Contribution.GetValueOrDefault(goal));

    private static double Cost(Initiative initiative) => initiative.Variants[0].Spend.Values.Sum(profile => profile.Sum());

    public static Selector Where(string label, string value) =>
        new(new Dictionary<string, IReadOnlyList<string>> { [label] = [value] });
}
