using System.Globalization;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Says rules, as conflicts and violations name them (<c>frame/rust</c>), with the names that people gave.</summary>
internal sealed class RuleNames(Problem problem, Page page, Periods? periods = null)
{
    private const int LongestList = 5;
    private readonly Dictionary<InitiativeId, string> _initiatives =
        problem.Initiatives.ToDictionary(initiative => initiative.Id, initiative => Display.Clean(initiative.Name));
    private readonly Periods _periods = periods ?? new Periods(problem.Horizon, page.Vocabulary.Report);

    private MessageTexts Texts => page.Vocabulary.Messages;

    /// <summary>A rule in words; one that is not of the contract as it is written.</summary>
    public string Describe(string rule)
    {
        var slash = rule.IndexOf('/', StringComparison.Ordinal);
        var (type, id) = slash < 0 ? (rule, "") : (rule[..slash], rule[(slash + 1)..]);
        return type switch
        {
            "mandatory" => Texts.RuleMandatory.With(Name(new InitiativeId(id))),
            "budget" => Texts.RuleBudget.With(Budget(new BudgetId(id))),
            "capacity" => Texts.RuleCapacity.With(Capacity(new CapacityId(id))),
            "hire" => Texts.RuleHire.With(Capacity(new CapacityId(id))),
            "score" => Texts.RuleGoal.With(Goal(new GoalId(id))),
            "frame" when problem.Frames.FirstOrDefault(frame => frame.Id.Value == id) is { } frame =>
                Texts.RuleFrame.With(Display.Clean(frame.Name), Limits(frame)),
            _ when problem.Relations.FirstOrDefault(relation => relation.Type == type && relation.Id.Value == id) is { } relation =>
                Describe(relation),
            _ => Display.Clean(rule),
        };
    }

    /// <summary>A rule by its name alone, without what a frame limits.</summary>
    public string Short(string rule) =>
        problem.Frames.FirstOrDefault(frame => "frame/" + frame.Id.Value == rule) is { } frame
            ? '"' + Display.Clean(frame.Name) + '"'
            : Describe(rule);

    /// <summary>A row of the reference formulation in words: its rule and the year or period that it is about.</summary>
    public string Describe(string rule, string row)
    {
        var words = Describe(rule);
        var rest = row.StartsWith(rule + "/", StringComparison.Ordinal) ? row[(rule.Length + 1)..] : "";
        if (!int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return words;
        var isYear = rule.StartsWith("budget/", StringComparison.Ordinal);
        return Texts.RuleIn.With(words, isYear ? _periods.Year(number) : _periods.Name(number));
    }

    /// <summary>Names of initiatives, the first few of a long list.</summary>
    public string List(IReadOnlyList<InitiativeId> initiatives)
    {
        var shown = initiatives.Count > LongestList + 1 ? LongestList : initiatives.Count;
        var list = string.Join(", ", initiatives.Take(shown).Select(initiative => '"' + Name(initiative) + '"'));
        return shown == initiatives.Count ? list : Texts.AndOthers.With(list, page.Numbers.Whole(initiatives.Count - shown));
    }

    /// <summary>What a frame measures.</summary>
    public string Measures(Frame frame)
    {
        var texts = page.Vocabulary.Report;
        return frame switch
        {
            GoalFloor floor => texts.MeasuresScore.With(Goal(floor.Goal)),
            SpendFrame => texts.MeasuresSpend,
            SpendShareFrame => texts.MeasuresShare,
            CountFrame => texts.MeasuresCount,
            ConcurrentFrame => texts.MeasuresConcurrent,
            StartsFrame => texts.MeasuresStarts,
            EffortFrame effort => texts.MeasuresEffort.With(Capacity(effort.Capacity)),
            RiskFrame => texts.MeasuresRisk,
            _ => frame.Type,
        };
    }

    private string Describe(Relation relation) => relation switch
    {
        DependsOn { Lag: 0 } r => Texts.RuleDependsOn.With(Name(r.Before), Name(r.After)),
        DependsOn r => Lagging(r.Lag, Texts.RuleDependsOnLag, Texts.RuleDependsOnOverlap, r.Before, r.After),
        Before { Lag: 0 } r => Texts.RuleBefore.With(Name(r.First), Name(r.After)),
        Before r => Lagging(r.Lag, Texts.RuleBeforeLag, Texts.RuleBeforeOverlap, r.First, r.After),
        Requires r => Texts.RuleRequires.With(Name(r.Initiative), Name(r.Required)),
        Excludes r => Texts.RuleExcludes.With(List(r.Initiatives)),
        Together r => Texts.RuleTogether.With(List(r.Initiatives)),
        Group { Min: { } min, Max: { } max } r => Texts.RuleGroupMinMax.With(min, max, List(r.Initiatives)),
        Group { Min: { } min } r => Texts.RuleGroupMin.With(min, List(r.Initiatives)),
        Group { Max: { } max } r => Texts.RuleGroupMax.With(max, List(r.Initiatives)),
        _ => Texts.RuleSynergy.With(List(relation.Members)),
    };

    // A lag below zero is time that both may be busy at once
    private string Lagging(int lag, string pause, string overlap, InitiativeId first, InitiativeId after) =>
        (lag > 0 ? pause : overlap).With(Name(first), Name(after), _periods.Length(Math.Abs(lag)));

    private string Limits(Frame frame)
    {
        var (min, max) = frame switch
        {
            GoalFloor f => (f.Min, (double?)null),
            SpendFrame f => (f.Min, f.Max),
            SpendShareFrame f => (f.Min, f.Max),
            CountFrame f => (f.Min, f.Max),
            ConcurrentFrame f => (null, f.Max),
            StartsFrame f => (null, f.Max),
            EffortFrame f => (null, f.Max),
            RiskFrame f => (null, f.Max),
            _ => ((double?)null, (double?)null),
        };
        var measures = Measures(frame);
        string Amount(double amount) => frame is SpendShareFrame
            ? page.Numbers.Percent(amount, 1)
            : page.Numbers.Fixed(amount, Numbers.Decimals([amount]));
        return (min, max) switch
        {
            ({ } low, { } high) => Texts.LimitMinMax.With(measures, Amount(low), Amount(high)),
            ({ } low, null) => Texts.LimitMin.With(measures, Amount(low)),
            (null, { } high) => Texts.LimitMax.With(measures, Amount(high)),
            _ => measures,
        };
    }

    private string Name(InitiativeId id) => _initiatives.TryGetValue(id, out var name) ? name : Display.Clean(id.Value);

    private string Budget(BudgetId id) => Display.Clean(problem.Budgets.FirstOrDefault(b => b.Id == id)?.Name ?? id.Value);

    private string Capacity(CapacityId id) => Display.Clean(problem.Capacities.FirstOrDefault(c => c.Id == id)?.Name ?? id.Value);

    private string Goal(GoalId id) => Display.Clean(problem.Goals.FirstOrDefault(g => g.Id == id)?.Name ?? id.Value);
}
