using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

/// <summary>Says what the rules think of a plan. Every verdict is passed twice, by the checker and by the rows of the model, and the two
/// must agree; a test of a rule therefore fails when either half of the rule is deleted.</summary>
internal static class Verdict
{
    public static void Keeps(Town town, params string[] chosen) => Assert.Empty(Broken(town.Problem(), chosen));

    public static void Breaks(string rule, Town town, params string[] chosen) => Assert.Equal([rule], Broken(town.Problem(), chosen));

    /// <summary>What a plan is worth, by evaluator and by columns.</summary>
    public static void IsWorth(double expected, Town town, params string[] chosen)
    {
        var problem = town.Problem();
        Assert.Equal(expected, Evaluator.Evaluate(problem, [.. chosen.Select(Town.Chosen)]).Value, 1e-9);
        Assert.Equal(expected, Rows(problem, chosen).Value, 1e-9);
    }

    /// <summary>The plan as the rows of the model see it.</summary>
    public static RowReading Rows(Problem problem, params string[] chosen)
    {
        var model = new Model(problem);
        return new RowReading(model, Options(model, chosen));
    }

    /// <summary>The rules that a plan breaks, in order.</summary>
    public static IReadOnlyList<string> Broken(Problem problem, params string[] chosen)
    {
        var model = new Model(problem);
        return Broken(model, Options(model, chosen));
    }

    public static IReadOnlyList<string> Broken(Model model, IReadOnlyList<int> chosen)
    {
        var byChecker = Evaluator.Violations(model.RuleBook, new Selection(model.Options, chosen));
        var byRows = new RowReading(model, chosen).Broken();
        Assert.Equal(Rules(byRows.Select(b => b.Rule)), Rules(byChecker.Select(v => v.Rule)));
        // The checker names one row where a rule is broken in several that say the same
        Assert.Subset(byRows.Select(b => b.Row).ToHashSet(), byChecker.Select(v => v.Row).ToHashSet());
        Assert.All(byChecker, v => Assert.True(v.Found > v.Limit, $"{v.Row}: {v.Found} is within {v.Limit}"));
        return Rules(byChecker.Select(v => v.Rule));
    }

    private static int[] Options(Model model, string[] chosen) => [.. chosen.Select(text =>
    {
        var option = model.Options.Find(Town.Chosen(text));
        Assert.True(option >= 0, $"{text} is not an option");
        return option;
    }).Order()];

    private static List<string> Rules(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
