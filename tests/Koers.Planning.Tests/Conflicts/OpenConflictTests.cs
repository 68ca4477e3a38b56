using System.Text;
using Koers.Planning.Conflicts;
using Koers.Planning.Formats;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Conflicts;

public class OpenConflictTests
{
    [Fact]
    public void Whenever_time_runs_out_what_is_named_cannot_hold_together_and_is_called_irreducible_only_where_it_is()
    {
        var named = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var model = new Model(problem);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(seed % 8 == 0 ? 60_000 : seed % 8 * 5));
            using var oracle = new RuleOracle(model, seed, counts: false, patience.Token);
            if (new ConflictFinder(oracle).Find(oracle.Rules) is not { } found)
                continue;
            named++;
            var force = new BruteForce(problem);
            var rules = found.Rules.Select(n => model.RuleBook.Rules[n].Name).ToHashSet();
            Assert.False(force.CanHoldTogether(rules), $"seed {seed}: {string.Join(", ", rules)} can hold together");
            foreach (var one in found.IsIrreducible ? rules : [])
                Assert.True(force.CanHoldTogether([.. rules.Where(rule => rule != one)]), $"seed {seed}: without {one} the others cannot hold together either");
        }
        Assert.True(named > 0, "no seed has a conflict");
    }

    [Fact]
    public void The_plan_file_names_no_rules_of_which_it_is_not_known_whether_each_is_needed()
    {
        var plan = new Plan(PlanStatus.Infeasible, [], null, null, null, [], 60, "test") { OpenConflict = ["budget/exploitatie"] };
        Assert.DoesNotContain("budget", Encoding.UTF8.GetString(PlanWriter.ToBytes(plan)), StringComparison.Ordinal);
    }
}
