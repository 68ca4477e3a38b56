using Koers.Planning.Formulation;
using Koers.Planning.Search;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Running;

public class SnapshotTests
{
    private const int Rounds = 200;

    [Fact]
    public void Without_plan_and_proof_a_snapshot_holds_neither()
    {
        var standing = new Incumbent(Model(wishes: 1)).Snapshot();
        Assert.Null(standing.Chosen);
        Assert.Equal(double.NegativeInfinity, standing.Value);
        Assert.Equal(double.PositiveInfinity, standing.Bound);
        Assert.Equal(double.PositiveInfinity, standing.Gap);
    }

    [Fact]
    public void A_snapshot_is_of_one_moment_while_another_thread_finds_better()
    {
        // With n of the 40 wishes chosen a plan is worth n; just before it is offered the bound becomes 10,000 / n.
        const int wishes = 40;
        for (var round = 0; round < Rounds; round++)
        {
            var incumbent = new Incumbent(Model(wishes));
            var finding = Task.Run(() =>
            {
                for (var n = 1; n <= wishes; n++)
                {
                    incumbent.Prove(10_000.0 / n);
                    incumbent.Offer([.. Enumerable.Range(0, wishes).Select(i => i < n ? i : -1)]);
                }
            }, TestContext.Current.CancellationToken);
            while (!finding.IsCompleted)
            {
                var standing = incumbent.Snapshot();
                if (standing.Chosen is null)
                    continue;
                var n = standing.Chosen.Count(o => o >= 0);
                Assert.Equal(n, standing.Value, 1e-9);
                Assert.True(standing.Bound == 10_000.0 / n || standing.Bound == 10_000.0 / (n + 1), $"{n} chosen, bound {standing.Bound}");
                Assert.Equal((standing.Bound - standing.Value) / standing.Value, standing.Gap, 1e-9);
            }
        }
    }

    /// <summary>Every wish has one option and is worth 1: the effect of one point in the period after it.</summary>
    private static Model Model(int wishes)
    {
        var town = Town.Plans(1).Values(tail: 1).Goal("doel");
        for (var n = 0; n < wishes; n++)
            town = town.Can($"w{n}", Way.Of(1).Brings("doel", 1));
        return new Model(town.Problem());
    }
}
