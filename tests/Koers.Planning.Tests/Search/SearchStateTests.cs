using Koers.Planning.Formulation;
using Koers.Planning.Reduction;
using Koers.Planning.Search;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Search;

/// <summary>The bookkeeping of the search, move by move, against the same selection worked out afresh.</summary>
public class SearchStateTests
{
    private const int Moves = 400;

    [Fact]
    public void Moves_made_broken_off_and_taken_back_leave_what_working_out_afresh_gives()
    {
        var brokenOff = 0;
        Walk((_, state, afresh, initiative, option, least) =>
        {
            var before = state.Chosen.ToArray();
            var start = (state.Value, state.Penalty, state.Broken);
            var to = before.ToArray();
            to[initiative] = option;
            afresh.Load(to);
            state.Begin();
            if (state.Apply(initiative, option, least))
            {
                Same(afresh, state);
                return;
            }
            // Broken off: the whole move would indeed have fallen below what was asked
            Assert.True(afresh.Value - afresh.Penalty < least + 1e-7);
            brokenOff++;
            state.Undo();
            Assert.Equal(before, state.Chosen);
            Assert.Equal(start, (state.Value, state.Penalty, state.Broken));
            afresh.Load(before);
            Same(afresh, state);
        });
        Assert.True(brokenOff > 1000, $"{brokenOff} broken off: too few to say anything");
    }

    [Fact]
    public void The_value_never_changes_by_more_than_the_tables_say()
    {
        var seen = 0;
        Walk((tables, state, _, initiative, option, _) =>
        {
            if (tables.SynergiesOf[initiative].Length > 0)
                return;
            var (from, value) = (state.Chosen[initiative], state.Value);
            var most = (option >= 0 ? tables.Most[option] : 0.0) - (from >= 0 ? tables.Least[from] : 0.0);
            state.Begin();
            state.Apply(initiative, option);
            Assert.True(state.Value - value <= most + 1e-9, $"{state.Value - value} is more than {most}");
            seen += tables.CappedGoals.Count > 0 ? 1 : 0;
        });
        Assert.True(seen > 1000, $"{seen} moves with capped goals: too few to say anything");
    }

    /// <summary>Makes random moves on generated problems, from random selections that may break anything.</summary>
    private static void Walk(Action<SearchTables, SearchState, SearchState, int, int, double> move)
    {
        for (var seed = 6000; seed < 6060; seed++)
        {
            var model = new Model(ProblemGenerator.Make(seed));
            var reduction = OptionReduction.Of(model, TestContext.Current.CancellationToken);
            if (reduction.IsImpossible)
                continue;
            var tables = new SearchTables(model, reduction.Out, reduction.Forced);
            var random = new Random(seed);
            var (state, afresh) = (State(tables), State(tables));
            for (var k = 0; k < Moves && tables.Initiatives > 0; k++)
            {
                var initiative = random.Next(tables.Initiatives);
                var (first, end) = (model.Options.First[initiative], model.Options.First[initiative + 1]);
                var option = end == first || random.Next(4) == 0 ? -1 : random.Next(first, end);
                var least = state.Value - state.Penalty - (random.NextDouble() * 2.0) + 0.5;
                if (option != state.Chosen[initiative])
                    move(tables, state, afresh, initiative, option, least);
            }
        }
    }

    private static SearchState State(SearchTables tables)
    {
        var state = new SearchState(tables) { OrderWeight = 0.7 };
        for (var r = 0; r < state.Weight.Length; r++)
            state.Weight[r] = 0.05 + (0.01 * (r % 7));
        state.Load(state.Chosen.ToArray());
        return state;
    }

    private static void Same(SearchState afresh, SearchState state)
    {
        Assert.Equal(afresh.Chosen, state.Chosen);
        Assert.Equal(afresh.Value, state.Value, 1e-7);
        Assert.Equal(afresh.Penalty, state.Penalty, 1e-7);
    }
}
