using Koers.Planning.Conflicts;
using Koers.Planning.Formulation;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Conflicts;

public class QuickLookTests
{
    [Fact]
    public void What_a_quick_look_sees_hold_together_can_and_most_of_what_can_is_seen()
    {
        var (seen, missed) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var force = new BruteForce(problem);
            var chance = new Random(seed);
            var model = new Model(problem);
            for (var k = 0; k < 3; k++)
            {
                using var oracle = new RuleOracle(model, seed, counts: true, TestContext.Current.CancellationToken);
                // Budgets without the capacities that they hire for, and the other way round, are among these
                int[] some = [.. oracle.Rules.Where(_ => chance.Next(4) > 0)];
                var names = some.Select(n => model.RuleBook.Rules[n].Name).ToHashSet();
                var can = force.CanHoldTogether(names);
                var isSeen = oracle.IsSeenPossible(some);
                Assert.True(can || !isSeen, $"seed {seed}: {string.Join(", ", names)} cannot hold together");
                (seen, missed) = (seen + (isSeen ? 1 : 0), missed + (can && !isSeen ? 1 : 0));
            }
        }
        Assert.True(seen > 9 * missed, $"{seen} seen, {missed} missed");
    }

    [Fact]
    public void What_is_asked_of_some_rules_is_answered_as_by_trying_everything()
    {
        for (var seed = 100; seed < 140; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var model = new Model(problem);
            using var oracle = new RuleOracle(model, seed, counts: true, TestContext.Current.CancellationToken);
            var chance = new Random(seed);
            int[] some = [.. oracle.Rules.Where(_ => chance.Next(4) > 0)];
            var names = some.Select(n => model.RuleBook.Rules[n].Name).ToHashSet();
            var expected = new BruteForce(problem).CanHoldTogether(names) ? Togetherness.Possible : Togetherness.Impossible;
            Assert.Equal(expected, oracle.Ask(some).Verdict);
        }
    }
}
