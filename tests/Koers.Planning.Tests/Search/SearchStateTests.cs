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
    public void Moves_made_and_taken_back_leave_what_working_out_afresh_gives()
    {
        Walk((_, state, afresh, initiative, option) =>
        {
            var before = state.Chosen.ToArray();
            var start = (state.Value, state.Penalty, state.Score, state.Broken);
            var to = before.ToArray();
            to[initiative] = option;
            afresh.Load(to);
            state.Begin();
            state.Apply(initiative, option);
            Same(afresh, state);
            state.Undo();
            Assert.Equal(before, state.Chosen);
            Assert.Equal(start, (state.Value, state.Penalty, state.Score, state.Broken));
            afresh.Load(before);
            Same(afresh, state);
            state.Apply(initiative, option);
        });
    }

    [Fact]
    public void What_is_refused_without_being_made_would_indeed_have_been_too_bad()
    {
        var (refused, needless) = (0, 0);
        Walk((_, state, _, initiative, option) =>
        {
            state.Begin();
            state.Apply(initiative, -1);
            if (option < 0)
                return;
            state.Mark();
            var before = state.Score;
            state.Apply(initiative, option);
            var gain = state.Score - before;
            state.Return();
            Assert.True(state.MayReach(initiative, option, before + gain - 1e-7), "a move that reaches what is asked was refused");
            if (state.MayReach(initiative, option, before + gain + 1e-7))
                needless++;
            else
                refused++;
            state.Apply(initiative, option);
        });
        Assert.True(refused > 1000, $"{refused} refused: too few to say anything");
        Assert.True(needless < 0.2 * refused, $"{needless} moves were to be made to see that they are too bad, {refused} were not");
    }

    [Fact]
    public void Of_two_selections_worth_the_same_the_thriftier_counts_for_more()
    {
        Walk((tables, state, _, initiative, option) =>
        {
            state.Begin();
            state.Apply(initiative, option);
            state.Thrift = 0.0;
            var free = state.Score;
            state.Thrift = 0.4;
            var cost = state.Chosen.Where(o => o >= 0).Sum(o => Priced(tables).Cost[o]);
            Assert.Equal(free - (0.4 * cost), state.Score, 1e-7);
        });
    }

    /// <summary>Makes random moves on generated problems, from random selections that may break anything.</summary>
    private static void Walk(Action<SearchTables, SearchState, SearchState, int, int> move)
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
                if (option != state.Chosen[initiative])
                    move(tables, state, afresh, initiative, option);
            }
        }
    }

    private static SearchState State(SearchTables tables)
    {
        var state = new SearchState(tables, Priced(tables)) { OrderWeight = 0.7, Thrift = 0.3 };
        for (var r = 0; r < state.Weight.Length; r++)
            state.Weight[r] = 0.05 + (0.01 * (r % 7));
        state.Load(state.Chosen.ToArray());
        return state;
    }

    /// <summary>Some price or other for everything.</summary>
    private static PricedUse Priced(SearchTables tables)
    {
        var priced = PricedUse.Free(tables, [.. Enumerable.Range(0, tables.Limit.Length).Select(r => 1.0 + (r % 5))]);
        return priced with { Cost = [.. priced.Cost.Select((_, o) => 0.1 * (o % 11))] };
    }

    private static void Same(SearchState afresh, SearchState state)
    {
        Assert.Equal(afresh.Chosen, state.Chosen);
        Assert.Equal(afresh.Value, state.Value, 1e-7);
        Assert.Equal(afresh.Penalty, state.Penalty, 1e-7);
        Assert.Equal(afresh.Score, state.Score, 1e-7);
    }
}
