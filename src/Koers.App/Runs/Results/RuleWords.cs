using System.Globalization;
using Koers.App.Requests;
using Koers.Planning.Problems;
using Calendar = Koers.App.Planning.Calendar;

namespace Koers.App.Runs.Results;

/// <summary>Says rules, as results name them ("budget/investering", "dependsOn/r1"), with the names that people gave.</summary>
/// <param name="problem">The problem that the result is of. It is not held on to: these words are remembered, and it is large.</param>
public sealed class RuleWords(Problem problem)
{
    private const int MostNames = 4;
    private const string FramePrefix = "frame/";

    private readonly Dictionary<string, string> _initiatives =
        problem.Initiatives.ToDictionary(i => i.Id.Value, i => i.Name, StringComparer.Ordinal);

    private readonly HashSet<string> _running = problem.Initiatives
        .Where(i => i.Variants.Count > 0 && i.Variants.All(variant => variant.LatestStart < 0)).Select(i => i.Id.Value).ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _goals = problem.Goals.ToDictionary(g => g.Id.Value, g => g.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _budgets = problem.Budgets.ToDictionary(b => b.Id.Value, b => b.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pools = problem.Capacities.ToDictionary(c => c.Id.Value, c => c.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, Frame> _frames = problem.Frames.ToDictionary(f => f.Id.Value, StringComparer.Ordinal);
    private readonly ILookup<string, Relation> _relations = problem.Relations.ToLookup(r => $"{r.Type}/{r.Id.Value}", StringComparer.Ordinal);

    /// <summary>Days and quarters of the problem.</summary>
    public Calendar Calendar { get; } = new(problem.Horizon.Start, problem.Horizon.Periods);

    /// <summary>The name of an initiative; its number where the problem does not have it.</summary>
    /// <param name="number">Its number.</param>
    public string Initiative(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _initiatives.GetValueOrDefault(number, number);
    }

    /// <summary>Whether an initiative runs already: whatever variant, it began before the first quarter that is planned.</summary>
    /// <param name="number">Its number.</param>
    public bool IsRunning(string number) => _running.Contains(number);

    /// <summary>A rule in words; one that is not known as it is written.</summary>
    /// <param name="rule">Its name.</param>
    public Text Of(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var slash = rule.IndexOf('/', StringComparison.Ordinal);
        var (type, id) = slash < 0 ? (rule, "") : (rule[..slash], rule[(slash + 1)..]);
        return type switch
        {
            "mandatory" => new Text($"“{Initiative(id)}” moet worden gedaan", $"“{Initiative(id)}” must be done"),
            "budget" => new Text($"budget {Budget(id)}", $"budget {Budget(id)}"),
            "capacity" => new Text($"mensen van {Pool(id)}", $"people of {Pool(id)}"),
            "hire" => new Text($"inhuur voor {Pool(id)}", $"hiring for {Pool(id)}"),
            "score" => new Text($"wat meetelt op doel {Goal(id)}", $"what counts on goal {Goal(id)}"),
            "frame" when _frames.GetValueOrDefault(id) is { } frame => new Text($"kader “{frame.Name}”", $"frame “{frame.Name}”"),
            _ when _relations[rule].FirstOrDefault() is { } relation => Relation(relation),
            _ => new Text(rule, rule),
        };
    }

    /// <summary>A rule with the year or quarter that it is about.</summary>
    /// <param name="rule">Its name.</param>
    /// <param name="index">Year (0 …) of a budget, quarter (0 …) of a pool; null = none.</param>
    public Text Of(string rule, int? index)
    {
        var words = Of(rule);
        if (index is not { } place)
            return words;
        if (rule.StartsWith("budget/", StringComparison.Ordinal))
        {
            var year = (Calendar.Start.Year + place).ToString(CultureInfo.InvariantCulture);
            return new Text($"{words.Dutch} in {year}", $"{words.English} in {year}");
        }

        var (calendarYear, quarter) = Calendar.QuarterOf(place);
        return new Text($"{words.Dutch} in {calendarYear} K{quarter}", $"{words.English} in {calendarYear} Q{quarter}");
    }

    /// <summary>A row of the model in words: its rule and the year or quarter behind it.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="row">Name of the row, for example "budget/investering/2".</param>
    public Text OfRow(string rule, string row)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(row);
        var rest = row.StartsWith(rule + "/", StringComparison.Ordinal) ? row[(rule.Length + 1)..] : "";
        var hasPlace = rule.StartsWith("budget/", StringComparison.Ordinal) || rule.StartsWith("capacity/", StringComparison.Ordinal);
        return Of(rule, hasPlace && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null);
    }

    /// <summary>In what a rule is counted: euros of a budget, a share of a frame on shares, else a number.</summary>
    /// <param name="rule">Its name.</param>
    public FrameUnit UnitOf(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.StartsWith("budget/", StringComparison.Ordinal) ? FrameUnit.Money
            : (rule.StartsWith(FramePrefix, StringComparison.Ordinal) ? _frames.GetValueOrDefault(rule[FramePrefix.Length..]) : null) switch
            {
                SpendFrame or RiskFrame => FrameUnit.Money,
                SpendShareFrame => FrameUnit.Share,
                _ => FrameUnit.Number,
            };
    }

    /// <summary>The name of a goal; its code where the problem does not have it.</summary>
    /// <param name="code">Its code.</param>
    public string Goal(string code) => _goals.GetValueOrDefault(code, code);

    /// <summary>The name of a budget; its code where the problem does not have it.</summary>
    /// <param name="code">Its code.</param>
    public string Budget(string code) => _budgets.GetValueOrDefault(code, code);

    /// <summary>The name of a pool; its code where the problem does not have it.</summary>
    /// <param name="code">Its code.</param>
    public string Pool(string code) => _pools.GetValueOrDefault(code, code);

    private Text Relation(Relation relation) => relation switch
    {
        DependsOn r => new Text(
            $"“{Name(r.After)}” kan pas na “{Name(r.Before)}”{Lag(r.Lag, true)}", $"“{Name(r.After)}” needs “{Name(r.Before)}” first{Lag(r.Lag, false)}"),
        Before r => new Text(
            $"“{Name(r.First)}” komt vóór “{Name(r.After)}” als beide doorgaan{Lag(r.Lag, true)}",
            $"“{Name(r.First)}” comes before “{Name(r.After)}” where both are done{Lag(r.Lag, false)}"),
        Requires r => new Text($"“{Name(r.Initiative)}” vereist “{Name(r.Required)}”", $"“{Name(r.Initiative)}” requires “{Name(r.Required)}”"),
        Excludes r => new Text($"hoogstens een van {List(r.Initiatives, true)}", $"at most one of {List(r.Initiatives, false)}"),
        Together r => new Text($"alles of niets van {List(r.Initiatives, true)}", $"all or none of {List(r.Initiatives, false)}"),
        Group r => new Text(
            $"{Bounds(r, "minstens", "hoogstens", "en")} van {List(r.Initiatives, true)}", $"{Bounds(r, "at least", "at most", "and")} of {List(r.Initiatives, false)}"),
        _ => new Text($"versterking tussen {List(relation.Members, true)}", $"synergy of {List(relation.Members, false)}"),
    };

    private static string Bounds(Group group, string least, string most, string and) => (group.Min, group.Max) switch
    {
        ({ } min, { } max) => $"{least} {min} {and} {most} {max}",
        ({ } min, null) => $"{least} {min}",
        _ => $"{most} {group.Max}",
    };

    private static string Lag(int quarters, bool isDutch) => quarters switch
    {
        0 => "",
        > 0 => isDutch ? $", met {quarters} {(quarters == 1 ? "kwartaal" : "kwartalen")} ertussen" : $", with {quarters} {(quarters == 1 ? "quarter" : "quarters")} between",
        _ => isDutch ? $", met hoogstens {-quarters} {(quarters == -1 ? "kwartaal" : "kwartalen")} overlap" : $", overlapping at most {-quarters} {(quarters == -1 ? "quarter" : "quarters")}",
    };

    private string Name(InitiativeId id) => Initiative(id.Value);

    private string List(IReadOnlyList<InitiativeId> ids, bool isDutch)
    {
        var shown = ids.Count > MostNames + 1 ? MostNames : ids.Count;
        var names = string.Join(", ", ids.Take(shown).Select(id => $"“{Name(id)}”"));
        return shown == ids.Count ? names : isDutch ? $"{names} en nog {ids.Count - shown}" : $"{names} and {ids.Count - shown} more";
    }
}
