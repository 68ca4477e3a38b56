using Koers.App.Planning;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.App.Tests.Planning;

/// <summary>Each kind of relation with members that take part, run, are done or are out.</summary>
public class RelationReadingTests
{
    private const InitiativeState Free = InitiativeState.Weighed;
    private const InitiativeState Runs = InitiativeState.Running;
    private const InitiativeState Done = InitiativeState.Completed;
    private const InitiativeState Out = InitiativeState.Parked;

    [Theory]
    // What needs what is free, done, out or running
    [InlineData(RelationType.DependsOn, Free, Free, "a b", "dependsOn")]
    [InlineData(RelationType.DependsOn, Done, Free, "b", "")]
    [InlineData(RelationType.DependsOn, Out, Free, "", "")]
    [InlineData(RelationType.DependsOn, Out, Runs, "b!", "")]
    [InlineData(RelationType.DependsOn, Runs, Free, "a! b", "dependsOn")]
    [InlineData(RelationType.DependsOn, Free, Runs, "a b!", "")]
    [InlineData(RelationType.DependsOn, Free, Out, "a", "")]
    [InlineData(RelationType.Before, Free, Free, "a b", "before")]
    [InlineData(RelationType.Before, Out, Free, "b", "")]
    [InlineData(RelationType.Before, Free, Runs, "a b!", "")]
    [InlineData(RelationType.Before, Runs, Free, "a! b", "before")]
    [InlineData(RelationType.Requires, Free, Free, "a b", "requires")]
    [InlineData(RelationType.Requires, Free, Done, "a", "")]
    [InlineData(RelationType.Requires, Free, Out, "", "")]
    [InlineData(RelationType.Requires, Runs, Out, "a!", "")]
    [InlineData(RelationType.Requires, Free, Runs, "a b!", "requires")]
    [InlineData(RelationType.Excludes, Free, Free, "a b", "excludes")]
    [InlineData(RelationType.Excludes, Done, Free, "", "")]
    [InlineData(RelationType.Excludes, Out, Free, "b", "")]
    [InlineData(RelationType.Excludes, Runs, Free, "a! b", "excludes")]
    [InlineData(RelationType.Excludes, Runs, Runs, "a! b!", "")]
    [InlineData(RelationType.Together, Free, Free, "a b", "together")]
    [InlineData(RelationType.Together, Done, Free, "b!", "")]
    [InlineData(RelationType.Together, Out, Free, "", "")]
    [InlineData(RelationType.Together, Out, Runs, "b!", "")]
    [InlineData(RelationType.Together, Runs, Free, "a! b!", "together")]
    [InlineData(RelationType.Synergy, Free, Free, "a b", "synergy 2")]
    [InlineData(RelationType.Synergy, Done, Free, "b", "synergy 1")]
    [InlineData(RelationType.Synergy, Out, Free, "b", "")]
    [InlineData(RelationType.Synergy, Runs, Runs, "a! b!", "synergy 2")]
    public void A_relation_says_what_it_means_where_some_take_no_part(
        RelationType type, InitiativeState first, InitiativeState second, string taking, string relation)
    {
        var town = new SmallTown();
        town.Relate("r", type, town.With("a", first), town.With("b", second)).Value = 3;
        var problem = ProblemBuilder.Build(town.Source);
        Assert.Equal(taking, string.Join(' ', problem.Initiatives.Select(i => i.Id.Value + (i.Mandatory ? "!" : ""))));
        Assert.Equal(relation, string.Join(' ', problem.Relations.Select(r => r.Type + (r is Synergy s ? $" {s.Initiatives.Count}" : ""))));
    }

    [Theory]
    // Of three: those that are done are taken off both limits, and those that run are never too many
    [InlineData(Free, Free, Free, 2, 2, "2..2 of 3")]
    [InlineData(Done, Free, Free, 2, 2, "1..1 of 2")]
    [InlineData(Done, Done, Free, 1, 1, "0..0 of 1")]
    [InlineData(Runs, Runs, Free, 0, 1, "0..2 of 3")]
    [InlineData(Out, Out, Out, 1, 3, "")]
    public void A_group_counts_what_is_done(InitiativeState a, InitiativeState b, InitiativeState c, int min, int max, string group)
    {
        var town = new SmallTown();
        var relation = town.Relate("r", RelationType.Group, town.With("a", a), town.With("b", b), town.With("c", c));
        (relation.Min, relation.Max) = (min, max);
        Assert.Equal(group, string.Join("", ProblemBuilder.Build(town.Source).Relations.Cast<Group>().Select(g => $"{g.Min}..{g.Max} of {g.Initiatives.Count}")));
    }

    [Fact]
    public void A_group_of_which_too_few_take_part_is_refused_by_its_name()
    {
        var town = new SmallTown();
        town.Relate("twee-scholen", RelationType.Group, town.With("a", Free), town.With("b", Out)).Min = 2;
        var refused = Assert.Throws<AgainstRuleException>(() => ProblemBuilder.Build(town.Source));
        Assert.Contains("twee-scholen", refused.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_takes_along_what_needs_it_and_that_what_needs_that()
    {
        var town = new SmallTown();
        var (a, b, c) = (town.With("a", Out), town.With("b", Free), town.With("c", Free));
        town.Relate("r2", RelationType.Requires, c, b);
        town.Relate("r1", RelationType.DependsOn, a, b);
        Assert.Empty(ProblemBuilder.Build(town.Source).Initiatives);
        c.IsStatutory = true;
        var refused = Assert.Throws<AgainstRuleException>(() => ProblemBuilder.Build(town.Source));
        Assert.Contains("Initiatief c moet gedaan worden, maar b doet niet mee (samenhang r2)", refused.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_runs_past_the_time_that_is_planned_is_still_finished_when_it_is_finished()
    {
        var town = new SmallTown();
        var (running, after) = (town.With("a", Runs), town.With("b", Free));
        running.Variants[0].Duration = 6;
        town.Relate("r", RelationType.DependsOn, running, after).Lag = -4;
        // It ends at quarter 6 and the engine sees quarter 4: two more must be waited; from 6 - 4 = 2 on, not from 4 - 4 = 0
        Assert.Equal(-2, Assert.IsType<DependsOn>(Assert.Single(ProblemBuilder.Build(town.Source).Relations)).Lag);
    }
}
