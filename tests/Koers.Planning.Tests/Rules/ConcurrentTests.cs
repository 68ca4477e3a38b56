using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class ConcurrentTests
{
    private static Town Town(double max) =>
        Towns.Town.Plans(5).Can("a", Way.Of(2)).Labelled("wijk", "noord").Can("b", Way.Of(3)).Labelled("wijk", "noord")
        .Can("c", Way.Of(5)).Can("loopt", Way.Of(3).Between(-2, -1)).Labelled("wijk", "noord")
        .Has(new ConcurrentFrame(new("f"), "f", Towns.Town.Where("wijk", "noord"), max));

    [Fact]
    public void Allows_one_after_another_at_once() => Verdict.Keeps(Town(1), "a@0", "b@2", "c@0"); // a rests in period 2

    [Fact]
    public void Refuses_overlap_in_a_single_period()
    {
        Verdict.Breaks("frame/f", Town(1), "a@1", "b@2"); // both in period 2
        Verdict.Keeps(Town(2), "a@1", "b@2");
    }

    [Fact]
    public void What_runs_already_counts_until_it_is_finished()
    {
        Verdict.Breaks("frame/f", Town(1), "loopt@-2", "a@0"); // runs in period 0
        Verdict.Keeps(Town(1), "loopt@-2", "a@1");
        Verdict.Breaks("frame/f", Town(1), "loopt@-1", "a@1");
    }

    [Fact]
    public void None_may_run_where_the_limit_is_zero() => Verdict.Breaks("frame/f", Town(0), "a@3");
}
