namespace Koers.Planning.Search;

/// <summary>
/// The moves of an annealing: another option, a shift in time, dropping, or one initiative in the place of another. Only about one move in
/// two hundred is good enough, so that what refusing one costs is what a search costs: an initiative is taken out once, and several things
/// are tried in its place.
/// </summary>
/// <param name="tables">The problem.</param>
/// <param name="state">The selection that is moved.</param>
/// <param name="draw">Chance.</param>
internal sealed class Moves(SearchTables tables, SearchState state, Draw draw)
{
    /// <summary>What is tried in the place of an initiative that was taken out, at most. Measured: docs/decisions/0021.</summary>
    private const int InPlace = 16;

    /// <summary>Options of an initiative that are tried where nothing leaves for it, at most.</summary>
    private const int Alone = 4;

    // Per hundred tries in the place of an initiative: another option of its own, and up to here a shift in time; else another initiative
    private const int OtherOption = 30;
    private const int Shifts = 65;

    /// <summary>Per hundred times that an initiative outside the selection is drawn, how often nothing leaves for it.</summary>
    private const int EntersAlone = 60;

    /// <summary>One time in so many, nothing comes in the place of an initiative.</summary>
    private const int DropEvery = 8;

    /// <summary>Furthest places in the list of options that a shift goes.</summary>
    private const int FurthestShift = 3;

    private readonly int[] _first = tables.Model.Options.First;

    /// <summary>Tries moves of one initiative, until one is good enough.</summary>
    /// <param name="core">Where to look.</param>
    /// <param name="temperature">About how much worse the next selection may be, in points.</param>
    /// <param name="isMade">Whether one was made.</param>
    /// <returns>How many were tried.</returns>
    public int Try(Core core, double temperature, out bool isMade)
    {
        isMade = false;
        var i = core.Active[draw.Below(core.Active.Length)];
        if (state.Chosen[i] >= 0)
            return Replace(core, i, entering: -1, temperature, out isMade);
        if (draw.Below(100) < EntersAlone)
            return Enter(core, i, temperature, out isMade);
        var leaves = Find(core, i, wantChosen: true);
        return leaves >= 0 && core.MayBeNone[leaves] ? Replace(core, leaves, entering: i, temperature, out isMade) : 1;
    }

    private int Enter(Core core, int initiative, double temperature, out bool isMade)
    {
        var options = core.Options(initiative);
        var tries = Math.Min(Alone, options.Length);
        for (var k = 1; k <= tries; k++)
        {
            state.Begin();
            if (isMade = Place(initiative, options[draw.Below(options.Length)], Least(state.Score, temperature)))
                return k;
            state.Undo();
        }
        isMade = false;
        return tries;
    }

    // entering: the only one that may come in its place; -1 = any, or another option of its own
    private int Replace(Core core, int leaving, int entering, double temperature, out bool isMade)
    {
        var (from, before) = (state.Chosen[leaving], state.Score);
        state.Begin();
        state.Apply(leaving, -1);
        state.Mark();
        for (var k = 1; k <= InPlace; k++)
        {
            // Chance is drawn first: it says how much worse the next selection may be, and most moves are seen to be too bad half-way
            var least = Least(before, temperature);
            var (initiative, option) = entering >= 0 ? Any(core, entering) : Candidate(core, leaving, from);
            if (initiative < 0)
                continue;
            if (isMade = option < 0 ? state.Score >= least : Place(initiative, option, least))
                return k;
            state.Return();
        }
        state.Undo();
        isMade = false;
        return InPlace;
    }

    /// <summary>What to try in the place of an initiative: which initiative, and its option; option -1 = nothing, initiative -1 = there was none.</summary>
    private (int Initiative, int Option) Candidate(Core core, int leaving, int from)
    {
        var kind = draw.Below(100);
        if (kind < OtherOption)
            return core.MayBeNone[leaving] && draw.Below(DropEvery) == 0 ? (leaving, -1)
                : Any(core, leaving) is var own && own.Option != from ? own : (-1, -1);
        if (kind < Shifts)
            return Shifted(leaving, from);
        return core.MayBeNone[leaving] && Find(core, leaving, wantChosen: false) is >= 0 and var other ? Any(core, other) : (-1, -1);
    }

    private (int Initiative, int Option) Any(Core core, int initiative)
    {
        var options = core.Options(initiative);
        return (initiative, options[draw.Below(options.Length)]);
    }

    private (int Initiative, int Option) Shifted(int initiative, int from)
    {
        var by = draw.Below(2 * FurthestShift) - FurthestShift;
        var to = from + (by >= 0 ? by + 1 : by);
        return to >= _first[initiative] && to < _first[initiative + 1] && !tables.Out[to] ? (initiative, to) : (-1, -1);
    }

    /// <summary>Puts an initiative in that is out.</summary>
    /// <returns>Whether value less penalty is at least so much then; else what was moved must be taken back.</returns>
    private bool Place(int initiative, int option, double least)
    {
        if (!state.MayReach(initiative, option, least))
            return false;
        state.Apply(initiative, option);
        return state.Score >= least;
    }

    private double Least(double before, double temperature) => before - (temperature * draw.Exponential());

    private int Find(Core core, int not, bool wantChosen)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var i = core.Active[draw.Below(core.Active.Length)];
            if (i != not && state.Chosen[i] >= 0 == wantChosen)
                return i;
        }
        return -1;
    }
}
