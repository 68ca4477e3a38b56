using Koers.Planning.Formulation;
using Koers.Planning.Reduction;

namespace Koers.Planning.Bounding;

/// <summary>How asking one question ended.</summary>
internal enum Step
{
    /// <summary>It is asked, or was not worth asking.</summary>
    Asked,

    /// <summary>Others have all the questions that are left for now.</summary>
    Waiting,

    /// <summary>A solver gave up or was stopped: nothing more can be learnt.</summary>
    Stopped,
}

/// <summary>
/// Tightens the bound by asking questions (Land and Doig 1960), always where the bound is worst. Each answer is first thought through
/// rule by rule (<see cref="OptionReduction"/>): saying that an initiative is in leaves no room for others, and that is where most of
/// the tightening comes from. Which question to ask is learnt from what earlier ones gained (pseudo-costs). Several threads may ask at
/// the same time, each with an <see cref="Explorer"/> of its own.
/// </summary>
internal sealed class BranchAndBound
{
    /// <summary>Share of what lies between bound and plan through which the tree is searched near the last node before it goes elsewhere.
    /// All of it must be searched before the bound can sink below it, and a relaxation that is near the last is solved faster.</summary>
    private const double Band = 0.04;

    private readonly Model _model;
    private readonly IReadOnlyList<Cut> _cuts;
    private readonly Func<double> _known;         // worth of the best plan
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Node, double> _open = new();
    private readonly List<Explorer> _explorers = [];
    private readonly QuestionGains _gains = new();
    private double _pruned = double.NegativeInfinity;
    private int _solved;

    /// <param name="model">The model.</param>
    /// <param name="cuts">Cuts that the relaxations of all explorers have.</param>
    /// <param name="root">What no plan holds.</param>
    /// <param name="solved">The relaxation's solution.</param>
    /// <param name="bound">The bound it proves.</param>
    /// <param name="known">Worth of the best plan known; minus infinity where there is none.</param>
    public BranchAndBound(
        Model model, IReadOnlyList<Cut> cuts, OptionReduction root, Relaxation solved, double bound, Func<double> known)
    {
        (_model, _cuts, _known) = (model, cuts, known);
        _open.Enqueue(new Node(root, solved.Share, bound), -bound);
    }

    /// <summary>Most time that one relaxation may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Stops the solution at hand.</summary>
    public CancellationToken Cancelled { get; init; }

    /// <summary>Asked before each relaxation; true gives up.</summary>
    public Func<bool>? Stop { get; init; }

    /// <summary>Called with what the relaxation of a node takes, to make a plan of.</summary>
    public Action<double[]>? Met { get; init; }

    /// <summary>The cuts of this tree, for the relaxation of another explorer.</summary>
    public IReadOnlyList<Cut> Cuts => _cuts;

    /// <summary>No plan is worth more than this, or than the best plan known.</summary>
    public double Bound
    {
        get
        {
            lock (_lock)
            {
                var bound = Math.Max(_pruned, _open.TryPeek(out var node, out _) ? node.Bound : double.NegativeInfinity);
                foreach (var explorer in _explorers)
                    bound = Math.Max(bound, Worst(explorer));
                return bound;
            }
        }
    }

    /// <summary>Whether every question is answered.</summary>
    public bool IsFinished
    {
        get
        {
            lock (_lock)
                return _open.Count == 0 && _explorers.TrueForAll(e => e.Hand is null && e.Near.Count == 0);
        }
    }

    /// <summary>Nodes solved.</summary>
    public int Solved => Volatile.Read(ref _solved);

    /// <summary>Lets one more thread take part.</summary>
    public void Join(Explorer explorer)
    {
        lock (_lock)
            _explorers.Add(explorer);
    }

    /// <summary>Gives what an explorer has not answered back to the others, who go on without it.</summary>
    public void Leave(Explorer explorer)
    {
        lock (_lock)
        {
            _explorers.Remove(explorer);
            while (explorer.Near.TryPop(out var near))
                _open.Enqueue(near, -near.Bound);
        }
    }

    /// <summary>Asks one question where the bound is worst.</summary>
    /// <param name="explorer">Who asks; has joined.</param>
    /// <param name="gap">Relative gap within which a part of the tree need not be searched further.</param>
    public Step Step(Explorer explorer, double gap)
    {
        if (Take(explorer) is not { } node)
            return IsFinished ? Bounding.Step.Asked : Bounding.Step.Waiting;
        var known = _known();
        if (node.Bound <= known + (gap * Math.Abs(known)))
        {
            Prune(explorer, node.Bound);
            return Bounding.Step.Asked;
        }
        var questions = Branching.Open(_model.Options, node.Share);
        if (questions.Count == 0)
        {
            // Whole in everything that can be asked about: what is left open is which variant in one period, or nothing at all.
            Met?.Invoke(node.Share);
            Prune(explorer, node.Bound);
            return Bounding.Step.Asked;
        }
        if (Choose(explorer, node, questions) is not { } chosen)
        {
            Put(explorer, node);
            return Bounding.Step.Stopped;
        }
        // The better answer last, so that it comes first: it was solved from a basis that is still near.
        var yesIsBetter = (chosen.Yes?.Bound ?? double.NegativeInfinity) >= (chosen.No?.Bound ?? double.NegativeInfinity);
        Put(explorer, yesIsBetter ? chosen.No : chosen.Yes, yesIsBetter ? chosen.Yes : chosen.No);
        return Bounding.Step.Asked;
    }

    private static double Worst(Explorer explorer)
    {
        var bound = explorer.Hand?.Bound ?? double.NegativeInfinity;
        foreach (var near in explorer.Near)
            bound = Math.Max(bound, near.Bound);
        return bound;
    }

    /// <summary>The next node: one near the last while there is any above the level; then a new, lower level, and the worst bound. Null
    /// where others have all that is open.</summary>
    private Node? Take(Explorer explorer)
    {
        var known = _known();
        lock (_lock)
        {
            if (!explorer.Near.TryPop(out var node) && _open.TryDequeue(out node, out _))
                explorer.Level = node.Bound - (double.IsFinite(known) ? Band * Math.Max(0.0, node.Bound - known) : 0.0);
            return explorer.Hand = node;
        }
    }

    private void Put(Explorer explorer, params ReadOnlySpan<Node?> nodes)
    {
        lock (_lock)
        {
            foreach (var node in nodes)
                if (node is not null && node.Bound > explorer.Level)
                    explorer.Near.Push(node);
                else if (node is not null)
                    _open.Enqueue(node, -node.Bound);
            explorer.Hand = null;
        }
    }

    private void Prune(Explorer explorer, double bound)
    {
        lock (_lock)
        {
            _pruned = Math.Max(_pruned, bound);
            explorer.Hand = null;
        }
    }

    /// <summary>Tries the questions that promise most and keeps the one that gains most.</summary>
    private (Node? Yes, Node? No)? Choose(Explorer explorer, Node node, List<(Branching Question, double Openness)> questions)
    {
        (Node? Yes, Node? No)? best = null;
        var (bestScore, tried) = (double.NegativeInfinity, 0);
        foreach (var (question, isKnown) in _gains.MostPromising(questions))
        {
            if (tried >= QuestionGains.Trials || (isKnown && best is not null))
                break;
            tried++;
            if (!Solve(explorer, node, question, yes: true, out var yes) || !Solve(explorer, node, question, yes: false, out var no))
                return null;
            var score = _gains.Learn(question, node.Bound - (yes?.Bound ?? _known()), node.Bound - (no?.Bound ?? _known()));
            if (score > bestScore)
                (best, bestScore) = ((yes, no), score);
            if (isKnown || yes is null || no is null)
                break;
        }
        return best;
    }

    /// <summary>Works an answer out; the child is null where it holds no better plan.</summary>
    private bool Solve(Explorer explorer, Node parent, Branching question, bool yes, out Node? child)
    {
        child = null;
        if (Stop is not null && Stop())
            return false;
        var reduction = parent.Reduction.With((outOfReach, forced) => question.Answer(_model.Options, yes, outOfReach, forced));
        if (reduction.IsImpossible)
            return true;
        explorer.Relaxation.Restrict(reduction.Out, reduction.Forced);
        var solved = explorer.Relaxation.Solve(Patience, Cancelled);
        var count = Interlocked.Increment(ref _solved);
        if (solved.Status == RelaxationStatus.Infeasible)
            return true;
        if (solved.Status == RelaxationStatus.Stopped)
            return false;
        if (count % 16 == 0)
            Met?.Invoke(solved.Share);
        child = Child(parent, reduction, solved);
        return true;
    }

    private Node? Child(Node parent, OptionReduction reduction, Relaxation solved)
    {
        var known = _known();
        var priced = ReducedBound.Of(_model, reduction.Out, reduction.Forced, solved.Prices, _cuts, solved.CutPrices);
        var bound = Math.Min(priced, parent.Bound);
        if (bound > known && double.IsFinite(known))
        {
            var reduced = ReducedBound.ReducedValues(_model, solved.Prices, _cuts, solved.CutPrices);
            if (DearOptions.Strike(_model, reduction, reduced, priced, known) is { } fewer)
                reduction = fewer;
        }
        if (bound > known && !reduction.IsImpossible)
            return new Node(reduction, solved.Share, bound);
        lock (_lock)
            _pruned = Math.Max(_pruned, Math.Min(bound, known));
        return null;
    }
}
