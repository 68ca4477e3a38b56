using Koers.App.Goals;
using Xunit;

namespace Koers.App.Tests.Goals;

public class GoalShareTests
{
    [Fact]
    public void A_share_of_the_whole_is_the_weight_times_those_above_it()
    {
        var shares = GoalShares.Of(
        [
            new GoalInput { Code = "wonen", Name = "Wonen", Weight = 0.6 }, new GoalInput { Code = "huur", Name = "Huur", Parent = "wonen", Weight = 0.25 },
            new GoalInput { Code = "koop", Name = "Koop", Parent = "wonen", Weight = 0.75 }, new GoalInput { Code = "groen", Name = "Groen", Weight = 0.4 },
        ]);
        // 0.6, 0.6 x 0.25, 0.6 x 0.75, 0.4
        Assert.Equal([0.6, 0.15, 0.45, 0.4], shares.Select(share => Math.Round(share.ShareOfWhole, 12)));
        Assert.Equal([0, 1, 1, 0], shares.Select(share => share.Level));
        Assert.Equal([false, true, true, true], shares.Select(share => share.IsLeaf));
    }
}
