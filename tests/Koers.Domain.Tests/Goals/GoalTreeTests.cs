using Koers.Domain.Goals;
using Xunit;

namespace Koers.Domain.Tests.Goals;

public class GoalTreeTests
{
    private readonly List<Goal> _goals = [];

    [Fact]
    public void A_leaf_has_the_share_of_all_levels_above_it()
    {
        var wonen = Add("wonen", 0.6);
        var bouwen = Add("bouwen", 0.25, wonen);
        Add("verduurzamen", 0.75, wonen);
        Add("zorg", 0.4);
        var tree = new GoalTree(_goals);
        Assert.Equal(["bouwen", "verduurzamen", "zorg"], tree.Leaves.Select(goal => goal.Code));
        Assert.Equal(0.15, tree.ShareOfWhole(bouwen), 12);
        Assert.Equal(1.0, tree.Leaves.Sum(tree.ShareOfWhole), 12);
        Assert.Empty(tree.LevelsThatAreNotWhole());
        Assert.Equal(["wonen", "zorg"], tree.Below(null).Select(goal => goal.Code));
    }

    [Fact]
    public void A_level_whose_weights_do_not_add_up_to_one_is_named()
    {
        var wonen = Add("wonen", 1.0);
        Add("bouwen", 0.5, wonen);
        Add("verduurzamen", 0.4, wonen);
        var (parent, sum) = Assert.Single(new GoalTree(_goals).LevelsThatAreNotWhole());
        Assert.Equal(wonen.Id, parent);
        Assert.Equal(0.9, sum, 12);
    }

    [Fact]
    public void Goals_that_are_part_of_each_other_and_goals_without_their_whole_are_refused()
    {
        var (a, b) = (Add("a", 1), Add("b", 1));
        (a.ParentId, b.ParentId) = (b.Id, a.Id);
        Assert.Contains("itself", Assert.Throws<ArgumentException>(() => new GoalTree(_goals)).Message, StringComparison.Ordinal);
        b.ParentId = Guid.NewGuid();
        Assert.Contains("not there", Assert.Throws<ArgumentException>(() => new GoalTree(_goals)).Message, StringComparison.Ordinal);
    }

    private Goal Add(string code, double weight, Goal? whole = null)
    {
        var goal = new Goal { Id = Guid.NewGuid(), Code = code, Name = code, Weight = weight, ParentId = whole?.Id, Order = _goals.Count };
        _goals.Add(goal);
        return goal;
    }
}
