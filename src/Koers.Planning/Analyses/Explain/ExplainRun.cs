using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One explanation being made: first the best plans with and without the initiative, then the questions, wave by wave.</summary>
internal sealed class ExplainRun
{
    /// <summary>Share of the time for the best plans with and without it; all that follows is measured against them.</summary>
    private const double MainShare = 0.25;

    /// <summary>Share of what is then left for the plan of the other side alone: the plan asked about had its effort before.</summary>
    private const double CounterShare = 0.45;

    /// <summary>Waves over which the time for questions is spread where problems are large: fewer means more time for each answer.</summary>
    private const int Waves = 4;

    /// <summary>The searching thread of a small machine gets nothing done in less, in seconds.</summary>
    private const double ShortestSearch = 0.15;

    /// <summary>Less time than this, in seconds, is not worth beginning again.</summary>
    private const double LeastPolish = 0.3;

    private readonly Problem _problem;
    private readonly IReadOnlyList<Choice> _plan;
    private readonly Initiative _initiative;
    private readonly ExplainSettings _settings;
    private readonly AnalysisOptions _options;
    private readonly IPlanningPool _pool;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancelled;
    private readonly Allowance _allowance;
    private readonly TrialProblem _asIs;
    private readonly Sides _sides;
    private IReadOnlyList<Question> _questions = [];
    private int? _looked;
    private int _done;

    public ExplainRun(
        Problem problem, Plan plan, Initiative initiative, ExplainSettings settings, AnalysisOptions options,
        IProgress<AnalysisProgress>? progress, CancellationToken cancelled)
    {
        (_problem, _plan, _initiative, _settings, _options) = (problem, plan.Selected, initiative, settings, options);
        (_progress, _cancelled, _allowance) = (progress, cancelled, new Allowance(options));
        _pool = options.Pool ?? new LocalPool();
        _asIs = new TrialProblem(problem);
        _sides = new Sides(problem, plan, initiative.Id);
    }

    public Explanation Run()
    {
        FindSides();
        Polish(CounterShare * _allowance.Left);
        Ask();
        do
            Search();
        while (Polish(_allowance.Left / 2));
        return Answer();
    }

    /// <summary>Waves of questions until all are answered or time is up.</summary>
    private void Search()
    {
        for (var wave = 0; _allowance.Left > 0.05 && !_cancelled.IsCancellationRequested; wave++)
        {
            var pending = Prepare();
            if (pending.Count == 0)
                return;
            Solve(pending, Math.Max(1, Waves - wave));
        }
    }

    /// <summary>Time for the plan of the other side, which had less than the plan asked about: on every processor with another seed. What it
    /// finds counts for the questions too.</summary>
    /// <param name="wanted">Seconds for it.</param>
    /// <returns>Whether there is time for more.</returns>
    private bool Polish(double wanted)
    {
        var seconds = Math.Min(_allowance.Left, Math.Max(LeastPolish, wanted));
        var isIn = IsIn;
        var counter = isIn ? _sides.Without : _sides.With;
        if (seconds < LeastPolish || _cancelled.IsCancellationRequested || counter.Value is null || counter.Gap <= 1e-9)
            return false;
        Tell(_done + _pool.Width);
        var tasks = Enumerable.Range(0, _pool.Width)
            .Select(k => _sides.Again(!isIn, Options(seconds) with { Seed = unchecked(_options.Seed + (1009 * (_done + k + 1))) })).ToArray();
        var before = counter.Value;
        var wasDone = _done;
        foreach (var plan in Plan(tasks, seconds))
            _sides.Take(!isIn, plan);
        _done = wasDone + tasks.Length;
        if (IsIn != isIn || CouldBeIn)
            Ask();
        else if (!isIn && _sides.With.Value > before)
            Refresh();
        return true;
    }

    /// <summary>A better plan with it may be one in the changed problems too.</summary>
    private void Refresh()
    {
        foreach (var question in _questions)
            foreach (var (size, trial) in question.NotIn(_sides.ValueWithout))
            {
                var changed = new TrialProblem(Variation.Forced(question.Change(size), _initiative.Id));
                if (changed.Best(_sides.StartsWith(changed, [_sides.With.Selected])) is { } found && found.Value > trial.ValueWith)
                    question.Add(size, trial with { With = found.Plan, ValueWith = found.Value });
            }
    }

    private void FindSides()
    {
        Tell(2);
        var seconds = MainShare * _allowance.Left * Math.Min(2, _pool.Width) / 2;
        var threads = _options.Deterministic ? 1 : Math.Max(1, _pool.Width / 2);
        var plans = Plan(_sides.Tasks(Options(seconds) with { Threads = threads }), seconds);
        _sides.Take(plans[0], plans[1]);
    }

    private bool IsIn => _sides.IsIn(_plan.Any(choice => choice.Initiative == _initiative.Id));

    /// <summary>Whether it is out and worth as much in: in at no change at all.</summary>
    private bool CouldBeIn => !IsIn && _sides is { With.Value: { } with, Without.Value: { } without } && Tie.Is(with, without);

    private void Ask()
    {
        var option = _looked = Reference();
        var list = new QuestionList(
            _problem, _initiative, _settings, (_sides.With.Value - _sides.Without.Value) ?? 0.0, option is { } held ? Priced(held) : []);
        if ((_sides.With.Value is null && _sides.Without.Value is null) || CouldBeIn)
            _questions = [];
        else if (IsIn)
            // A statutory task that would go out without the duty can bear nothing
            _questions = Tie.AtLeast(_sides.With.Value!.Value, _sides.ValueWithout) ? list.Bearing() : [];
        else
            _questions = option is { } asked ? list.Bringing(_asIs.Model.Options, asked) : [];
    }

    /// <summary>The option in which the initiative is looked at: that of the best plan with it, else the one that keeps most; null where it
    /// has none.</summary>
    private int? Reference()
    {
        var held = _sides.With.Selected.FirstOrDefault(choice => choice.Initiative == _initiative.Id);
        var option = held is not null
            ? _asIs.Model.Options.Find(held)
            : _asIs.BestOption(_initiative.Id, _asIs.Prices(_sides.Prices));
        return option >= 0 ? option : null;
    }

    private Dictionary<string, double> Priced(int option) => BillMaker.Of(_asIs, option, _asIs.Prices(_sides.Prices)).Lines
        .GroupBy(line => line.Rule).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Cost), StringComparer.Ordinal);

    /// <summary>The next step of every question that cannot be answered without searching.</summary>
    private List<Pending> Prepare()
    {
        var pending = new Pending?[_questions.Count];
        var isIn = IsIn;
        Parallel.For(0, pending.Length, new ParallelOptions { MaxDegreeOfParallelism = _pool.Width }, n =>
        {
            var question = _questions[n];
            while (pending[n] is null && !_cancelled.IsCancellationRequested
                && question.Next(isIn, _sides.ValueWithout) is { } size)
            {
                var next = new Pending(question, size, _sides, _initiative.Id);
                if (next.AnswerAtOnce() is { } trial)
                    question.Add(size, trial);
                else
                    pending[n] = next;
            }
        });
        return [.. pending.OfType<Pending>()];
    }

    private void Solve(List<Pending> pending, int waves)
    {
        var left = _allowance.Left;
        // Those that know least come first where there is not time for all
        var most = Math.Max(1, (int)(left * _pool.Width / ShortestSearch));
        var chosen = pending.OrderBy(p => p.Question.Trials.Count()).Take(most).ToList();
        var solves = chosen.Sum(p => p.Solves);
        Tell(_done + (2 * pending.Sum(p => p.Solves)));
        var rounds = Math.Ceiling((double)solves / _pool.Width);
        var seconds = Math.Clamp(left / waves / rounds, Math.Min(ShortestSearch, left), left);
        var plans = Plan([.. chosen.SelectMany(p => p.Tasks(Options(seconds)))], seconds);
        var at = 0;
        var wasIn = IsIn;
        foreach (var step in chosen)
        {
            var found = plans.Skip(at).Take(step.Solves).ToArray();
            at += step.Solves;
            if (step.Answer(found, _cancelled.IsCancellationRequested) is { } trial)
                step.Question.Add(step.Size, trial);
            _sides.Offer(found);
        }

        // A better plan on the other side turns the story, and other questions belong to it
        if (IsIn != wasIn || CouldBeIn)
            Ask();
    }

    private IReadOnlyList<Plan> Plan(IReadOnlyList<PlanningTask> tasks, double seconds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_cancelled);
        // Only finding a conflict goes on beyond the time of a task; where work is counted, no clock decides
        if (!_options.Deterministic)
            patience.CancelAfter(TimeSpan.FromSeconds(Math.Max(_allowance.Left, 0.05) + (0.02 * _options.TimeLimit.TotalSeconds)));
        var plans = _pool.PlanAll(tasks, (_, _) => Tell(Interlocked.Increment(ref _done), true), patience.Token);
        _allowance.Count(plans, seconds, _pool.Width);
        return plans;
    }

    private PlannerOptions Options(double seconds) => new()
    {
        Threads = 1,
        TimeLimit = TimeSpan.FromSeconds(Math.Max(0.01, seconds)),
        Seed = _options.Seed,
        Deterministic = _options.Deterministic,
        Gap = 0,
    };

    private int _total;

    private void Tell(int count, bool isDone = false)
    {
        _total = isDone ? Math.Max(_total, count) : Math.Max(_done, count);
        _progress?.Report(new AnalysisProgress(_done, _total));
    }

    private Explanation Answer()
    {
        var isIn = IsIn;
        var (with, without) = (_sides.With, _sides.Without);
        var (best, counter) = isIn ? (with, without) : (without, with);
        // Of the plan with it when the questions were asked: a better one found since may hold another option
        var option = _looked;
        var points = new TurningPoints(_problem, _initiative, _asIs, _settings);
        return new Explanation(
            _initiative,
            _plan,
            Evaluator.Evaluate(_problem, _plan).Value,
            with,
            without,
            option is { } looked ? _asIs.Model.Options.ChoiceOf(looked) : null,
            best.Value is not null && counter.Value is not null
                ? PlanComparison.Of(_problem, [best.Selected, counter.Selected]).Changes[1]
                : [],
            option is { } priced && with.Value is not null && _sides.Prices.Count > 0 ? BillMaker.Of(_asIs, priced, _asIs.Prices(_sides.Prices)) : null,
            BillMaker.Relations(_problem, _initiative.Id, best.Selected),
            points.Of(_questions, isIn, _sides, option),
            !_cancelled.IsCancellationRequested && with.Status != PlanStatus.Unknown && without.Status != PlanStatus.Unknown
                && (_questions.Count > 0 || _sides.IsSettled)
                && _questions.All(question => question.Next(isIn, _sides.ValueWithout) is null));
    }
}
