using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>Every rule of a problem. This is the table of contents: a new kind of rule is one file and one line here.</summary>
internal sealed record RuleBook(IReadOnlyList<Rule> Rules)
{
    public static RuleBook For(OptionSet options)
    {
        var problem = options.Problem;
        var goal = Index(problem.Goals.Select(g => g.Id));
        var capacity = Index(problem.Capacities.Select(c => c.Id));
        var rules = new List<Rule>();
        rules.AddRange(problem.Budgets.Select((_, b) => new BudgetRule(problem, b)));
        rules.AddRange(problem.Capacities.Select((_, c) => new CapacityRule(problem, c)));
        rules.AddRange(problem.Goals.Select((_, g) => g).Where(g => problem.Goals[g].Cap is not null).Select(g => new GoalCapRule(problem, g)));
        rules.AddRange(problem.Initiatives.Select((_, i) => i).Where(i => problem.Initiatives[i].Mandatory)
            .Select(i => new MandatoryRule(problem, i)));
        rules.AddRange(problem.Relations.Select(r => For(r, options)));
        rules.AddRange(problem.Frames.Select(f => For(f, options, goal, capacity)));
        return new RuleBook(rules);
    }

    private static Rule For(Relation relation, OptionSet options) => relation switch
    {
        DependsOn r => new DependsOnRule(r, options.IndexOf(r.Before), options.IndexOf(r.After)),
        Before r => new BeforeRule(r, options.IndexOf(r.First), options.IndexOf(r.After)),
        Requires r => new RequiresRule(r, options.IndexOf(r.Initiative), options.IndexOf(r.Required)),
        Excludes r => new ExcludesRule(r, Members(r, options)),
        Together r => new TogetherRule(r, Members(r, options)),
        Group r => new GroupRule(r, Members(r, options)),
        Synergy r => new SynergyRule(r, Members(r, options)),
        _ => throw new ArgumentException($"Relation {relation.Id}: no rule for type {relation.Type}.", nameof(relation)),
    };

    private static Rule For(Frame frame, OptionSet options, Dictionary<GoalId, int> goal, Dictionary<CapacityId, int> capacity) =>
        frame switch
        {
            GoalFloor f => new GoalFloorRule(f, goal[f.Goal]),
            SpendFrame f => new SpendRule(f, Inside(f, options)),
            SpendShareFrame f => new SpendShareRule(f, Inside(f, options)),
            CountFrame f => new CountRule(f, Inside(f, options)),
            ConcurrentFrame f => new ConcurrentRule(f, Inside(f, options)),
            StartsFrame f => new StartsRule(f, Inside(f, options)),
            EffortFrame f => new EffortRule(f, Inside(f, options), capacity[f.Capacity]),
            RiskFrame f => new RiskRule(f, Inside(f, options)),
            _ => throw new ArgumentException($"Frame {frame.Id}: no rule for type {frame.Type}.", nameof(frame)),
        };

    private static int[] Members(Relation relation, OptionSet options) => [.. relation.Members.Select(options.IndexOf)];

    private static bool[] Inside(SelectingFrame frame, OptionSet options) =>
        [.. options.Problem.Initiatives.Select(frame.Where.Matches)];

    private static Dictionary<TId, int> Index<TId>(IEnumerable<TId> ids) where TId : notnull =>
        ids.Select((id, n) => (id, n)).ToDictionary(p => p.id, p => p.n);
}
