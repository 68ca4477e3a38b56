using Koers.Planning.Formulation;
using Koers.Planning.Reduction;

namespace Koers.Planning.Bounding;

/// <summary>
/// Tightens the bound by asking questions (Land and Doig 1960), always where the bound is worst. Each answer is first thought through
/// rule by rule (<see cref="OptionReduction"/>): saying that an initiative is in leaves no room for others, and that is where most of
/// the tightening comes from. Which question to ask is learnt from what earlier ones gained (pseudo-costs).
/// </summary>
internal sealed class BranchAndBound
{
    /// <summary>Share of what lies between bound and plan through which the tree is searched near the last node before it goes elsewhere.
    /// All of it must be searched before the bound can sink below it, and a relaxation that is near the last is solved faster.</summary>
    private const double Band = 0.04;

    private const int Trials = 16;      // questions tried out where little is known of what they gain

    private readonly Model _model;
    private readonly LinearRelaxation _relaxation;
    private readonly IReadOnlyList<Cut> _cuts;
    private readonly Func<double> _known;         // worth of the best plan
    private readonly PriorityQueue<Node, double> _open = new();
    private readonly Stack<Node> _near = new();   // open nodes above the level, the last one solved on top
    private double _level = double.PositiveInfinity;
    private readonly Dictionary<Branching, Gain> _gains = [];
    private double _pruned = double.NegativeInfinity;

    /// <param name="model">The model.</param>
    /// <param name="relaxation">Its relaxation, with the cuts in it.</param>
    /// <param name="cuts">Those cuts.</param>
    /// <param name="root">What no plan holds.</param>
    /// <param name="solved">The relaxation's solution.</param>
    /// <param name="bound">The bound it proves.</param>
    /// <param name="known">Worth of the best plan known; minus infinity where there is none.</param>
    public BranchAndBound(
        Model model, LinearRelaxation relaxation, IReadOnlyList<Cut> cuts, OptionReduction root, Relaxation solved, double bound,
        Func<double> known)
    {
        (_model, _relaxation, _cuts, _known) = (model, relaxation, cuts, known);
        Push(new Node(root, solved.Share, bound));
    }

    /// <summary>Most time that one relaxation may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Stops the solution at hand.</summary>
    public CancellationToken Cancelled { get; init; }

    /// <summary>Asked before each relaxation; true gives up.</summary>
    public Func<bool>? Stop { get; init; }

    /// <summary>Called with what the relaxation of a node takes, to make a plan of.</summary>
    public Action<double[]>? Met { get; init; }

    /// <summary>No plan is worth more than this, or than the best plan known.</summary>
    public double Bound
    {
        get
        {
            var bound = Math.Max(_pruned, _open.TryPeek(out var node, out _) ? node.Bound : double.NegativeInfinity);
            foreach (var near in _near)
                bound = Math.Max(bound, near.Bound);
            return bound;
        }
    }

    /// <summary>Whether every question is answered.</summary>
    public bool IsFinished => _open.Count == 0 && _near.Count == 0;

    /// <summary>Nodes solved.</summary>
    public int Solved { get; private set; }

    /// <summary>Asks one question where the bound is worst.</summary>
    /// <param name="gap">Relative gap within which a part of the tree need not be searched further.</param>
    /// <returns>False where a solver gave up or stopped, so that nothing more can be learnt.</returns>
    public bool Step(double gap)
    {
        var node = Next();
        if (node.Bound <= _known() + (gap * Math.Abs(_known())))
        {
            _pruned = Math.Max(_pruned, node.Bound);
            return true;
        }
        var questions = Branching.Open(_model.Options, node.Share);
        if (questions.Count == 0)
        {
            // Whole in everything that can be asked about: what is left open is which variant in one period, or nothing at all.
            Met?.Invoke(node.Share);
            _pruned = Math.Max(_pruned, node.Bound);
            return true;
        }
        if (Choose(node, questions) is not { } chosen)
        {
            Push(node);
            return false;
        }
        // The better answer last, so that it comes first: it was solved from a basis that is still near.
        var (last, first) = (chosen.Yes?.Bound ?? double.NegativeInfinity) >= (chosen.No?.Bound ?? double.NegativeInfinity)
            ? (chosen.Yes, chosen.No) : (chosen.No, chosen.Yes);
        Push(first);
        Push(last);
        return true;
    }

    /// <summary>The next node: one near the last while there is any above the level; then a new, lower level, and the worst bound.</summary>
    private Node Next()
    {
        if (_near.TryPop(out var near))
            return near;
        var worst = _open.Dequeue();
        var known = _known();
        _level = worst.Bound - (double.IsFinite(known) ? Band * Math.Max(0.0, worst.Bound - known) : 0.0);
        return worst;
    }

    /// <summary>Tries the questions that promise most and keeps the one that gains most.</summary>
    private (Node? Yes, Node? No)? Choose(Node node, List<(Branching Question, double Openness)> questions)
    {
        questions.Sort((a, b) => Promise(b).CompareTo(Promise(a)));
        (Node? Yes, Node? No)? best = null;
        var (bestScore, tried) = (double.NegativeInfinity, 0);
        foreach (var (question, _) in questions)
        {
            var known = _gains.TryGetValue(question, out var gain) && gain.Times >= 2;
            if (tried >= Trials || (known && best is not null))
                break;
            tried++;
            if (!Solve(node, question, yes: true, out var yes) || !Solve(node, question, yes: false, out var no))
                return null;
            var (gainYes, gainNo) = (node.Bound - (yes?.Bound ?? _known()), node.Bound - (no?.Bound ?? _known()));
            Learn(question, gainYes, gainNo);
            var score = Score(gainYes, gainNo);
            if (score > bestScore)
                (best, bestScore) = ((yes, no), score);
            if (known || yes is null || no is null)
                break;
        }
        return best;
    }

    private double Promise((Branching Question, double Openness) candidate) =>
        _gains.TryGetValue(candidate.Question, out var gain)
            ? candidate.Openness * 2 * Score(gain.Yes / gain.Times, gain.No / gain.Times)
            : candidate.Openness * 2 * _typical;

    private double _typical = 1.0;

    private static double Score(double yes, double no) => Math.Max(1e-6, yes) * Math.Max(1e-6, no);

    private void Learn(Branching question, double yes, double no)
    {
        var gain = _gains.GetValueOrDefault(question);
        _gains[question] = new Gain(gain.Yes + Math.Max(0, yes), gain.No + Math.Max(0, no), gain.Times + 1);
        _typical = (0.95 * _typical) + (0.05 * Score(yes, no));
    }

    /// <summary>Works an answer out; the child is null where it holds no better plan.</summary>
    private bool Solve(Node parent, Branching question, bool yes, out Node? child)
    {
        child = null;
        if (Stop is not null && Stop())
            return false;
        var reduction = parent.Reduction.With((outOfReach, forced) => question.Answer(_model.Options, yes, outOfReach, forced));
        if (reduction.IsImpossible)
            return true;
        _relaxation.Restrict(reduction.Out, reduction.Forced);
        var solved = _relaxation.Solve(Patience, Cancelled);
        Solved++;
        if (solved.Status == RelaxationStatus.Infeasible)
            return true;
        if (solved.Status == RelaxationStatus.Stopped)
            return false;
        var bound = ReducedBound.Of(_model, reduction.Out, reduction.Forced, solved.Prices, _cuts, solved.CutPrices);
        bound = Math.Min(bound, parent.Bound);
        if (bound <= _known())
            _pruned = Math.Max(_pruned, bound);
        else
            child = new Node(reduction, solved.Share, bound);
        if (Solved % 16 == 0)
            Met?.Invoke(solved.Share);
        return true;
    }

    private void Push(Node? node)
    {
        if (node is null)
            return;
        if (node.Bound > _level)
            _near.Push(node);
        else
            _open.Enqueue(node, -node.Bound);
    }

    private sealed record Node(OptionReduction Reduction, double[] Share, double Bound);

    private readonly record struct Gain(double Yes, double No, int Times);
}
