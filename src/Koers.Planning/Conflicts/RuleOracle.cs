using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Reduction;
using Koers.Planning.Rules;
using Koers.Planning.Search;

namespace Koers.Planning.Conflicts;

/// <summary>
/// Tells whether some of a problem's rules can hold together, and remembers what it learnt: selections, with the rules that each breaks,
/// and sets of rules that can or cannot hold together. Asks the cheapest first: memory, one row at a time, all rows with fractions, all rows
/// with whole initiatives. Rules are numbered as in the model.
/// </summary>
/// <param name="model">The problem's model.</param>
/// <param name="seed">Seed of the solver's own choices.</param>
/// <param name="counts">Whether work is counted instead of time, so that the same question has the same answer.</param>
/// <param name="cancelled">Stops.</param>
internal sealed class RuleOracle(Model model, int seed, bool counts, CancellationToken cancelled) : IDisposable
{
    /// <summary>How long branch and bound may try before annealing does: the small questions are answered by then.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.25);

    /// <summary>Length of a quick look by annealing, and of a longer one per second of patience, in batches.</summary>
    private const double QuickLook = 1500;

    private const double LookPerSecond = 4000;

    private readonly RuleMemory _memory = new();
    private readonly Dictionary<string, int> _number = model.RuleBook.Rules.Select((rule, n) => (rule.Name, n))
        .ToDictionary(p => p.Name, p => p.n, StringComparer.Ordinal);
    private readonly FractionOracle _fractions = new(model);

    /// <summary>Most time for one linear programme and, where nothing else is said, for one exact answer; beyond it the answer is unknown.
    /// Default 20 s.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Most time for one exact answer with whole initiatives; null = <see cref="Patience"/>.</summary>
    public TimeSpan? WholePatience { get; set; }

    public Model Model => model;

    /// <summary>The rules that can be in a conflict.</summary>
    public IReadOnlyList<int> Rules { get; } = [.. Enumerable.Range(0, model.RuleBook.Rules.Count).Where(n => !model.RuleBook.Rules[n].IsDefinition)];

    public bool IsStopped => cancelled.IsCancellationRequested;

    /// <summary>Whether the rules can hold together.</summary>
    /// <param name="rules">Numbers of rules.</param>
    public Answer Ask(IReadOnlyList<int> rules)
    {
        if (_memory.Of(rules) is { } known)
            return known;
        if (cancelled.IsCancellationRequested)
            return new Answer(Togetherness.Unknown, []);
        var question = QuestionOf(rules);
        if (question.Reduction.IsImpossible)
            return _memory.Impossible(rules);
        if (AskFractions(rules) is { } proven)
            return proven;
        return _memory.Of(rules) ?? AskWhole(rules, question);
    }

    /// <summary>Whether a quick look finds that the rules can hold together; false says nothing.</summary>
    /// <param name="rules">Numbers of rules.</param>
    public bool IsSeenPossible(IReadOnlyList<int> rules)
    {
        if (_memory.Of(rules) is { } known)
            return known.Verdict == Togetherness.Possible;
        if (cancelled.IsCancellationRequested)
            return false;
        var question = QuestionOf(rules);
        return !question.Reduction.IsImpossible && IsFoundPossible(rules, question, QuickLook);
    }

    /// <summary>How much the first proof by fractions asked of a rule; 0 = nothing, or there is none.</summary>
    public double Price(int rule) => _fractions.Price(rule);

    /// <summary>Whether looking at one row at a time shows that the rules cannot hold together.</summary>
    public bool IsPlainlyImpossible(IReadOnlyList<int> rules) =>
        rules.Count > 0 && !cancelled.IsCancellationRequested
        && OptionReduction.Of(new Model(model.Options, new RuleBook([.. rules.Select(n => model.RuleBook.Rules[n])])), cancelled).IsImpossible;

    /// <summary>Takes in a selection, whatever it breaks.</summary>
    /// <param name="chosen">Per initiative an option or -1.</param>
    public void Learn(int[] chosen)
    {
        var selection = new Selection(model.Options, [.. chosen.Where(o => o >= 0).Order()]);
        var broken = Evaluator.Violations(model.RuleBook, selection).Select(v => _number[v.Rule]).ToHashSet();
        _memory.Broken(broken);
    }

    /// <summary>Prepares for questions about these rules and fewer: what is not among them is left out of the relaxation.</summary>
    /// <param name="rules">Numbers of rules.</param>
    public void Focus(IReadOnlyList<int> rules) => _fractions.Focus(rules);

    public void Dispose() => _fractions.Dispose();

    /// <summary>A proof by prices that the rules cannot hold together, or null; a selection near the fractions is learnt on the way.</summary>
    /// <param name="rules">Numbers of rules.</param>
    public Answer? AskFractions(IReadOnlyList<int> rules)
    {
        var answer = _fractions.Ask(rules, Bounding.Patience.Of(Patience, counts).Time, cancelled);
        if (answer.Core.Count > 0)
            return _memory.Impossible(answer.Core);
        if (answer.Near is { } near)
            Learn(near);
        return null;
    }

    /// <summary>Branch and bound for a moment, which answers what is small; then annealing, which finds what branch and bound does not; then
    /// branch and bound, for a proof.</summary>
    private Answer AskWhole(IReadOnlyList<int> rules, Question question)
    {
        var patience = WholePatience ?? Patience;
        if (patience > Moment && Branch(rules, question, Moment) is { Verdict: not Togetherness.Unknown } soon)
            return soon;
        return IsFoundPossible(rules, question, LookPerSecond * patience.TotalSeconds)
            ? new Answer(Togetherness.Possible, [])
            : Branch(rules, question, patience);
    }

    private Answer Branch(IReadOnlyList<int> rules, Question question, TimeSpan patience)
    {
        if (cancelled.IsCancellationRequested)
            return new Answer(Togetherness.Unknown, []);
        using var search = new RoomySearch(question.Model, question.Reduction.Out, question.Reduction.Forced);
        using var stop = cancelled.Register(search.Interrupt);
        var found = search.Solve(Bounding.Patience.Of(patience, counts), seed);
        if (found.Status == ExactStatus.Infeasible)
            return _memory.Impossible(rules);
        if (found.Chosen is not { } chosen)
            return new Answer(Togetherness.Unknown, []);
        return Possible(rules, chosen);
    }

    private bool IsFoundPossible(IReadOnlyList<int> rules, Question question, double batches)
    {
        var (some, reduction) = (question.Model, question.Reduction);
        var limit = Bounding.Patience.Of(Patience, counts).Time;
        if (RoomyRelaxation.Solve(some, reduction.Out, reduction.Forced, limit, cancelled) is not { } roomy)
            return false;
        var search = new KeepingSearch(new SearchTables(some, reduction.Out, reduction.Forced), roomy.Share, roomy.Prices, seed);
        if (search.Run(batches, cancelled) is not { } chosen || !question.IsKeptBy(chosen))
            return false;
        Possible(rules, chosen);
        return true;
    }

    private Answer Possible(IReadOnlyList<int> rules, int[] chosen)
    {
        Learn(chosen);
        return _memory.Possible(rules);
    }

    private Question QuestionOf(IReadOnlyList<int> rules) => Question.Of(
        model.Problem, rules.Select(n => model.RuleBook.Rules[n].Name).ToHashSet(StringComparer.Ordinal), cancelled);
}
