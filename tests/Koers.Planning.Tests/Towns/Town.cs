using System.Globalization;
using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Towns;

/// <summary>A tiny municipality, put together line by line. Nothing is discounted and scores are not divided unless a test says so:
/// an effect of one point felt for three periods then scores 3.</summary>
internal sealed class Town
{
    private readonly Horizon _horizon;
    private readonly List<Goal> _goals = [];
    private readonly List<Budget> _budgets = [];
    private readonly List<Capacity> _capacities = [];
    private readonly List<Initiative> _initiatives = [];
    private readonly List<Relation> _relations = [];
    private readonly List<Frame> _frames = [];
    private ValueSettings _value = new(0.0, 0, false);
    private ReferencePlan? _reference;

    private Town(int periods, int perYear) => _horizon = new Horizon(new DateOnly(2027, 1, 1), periods, perYear);

    /// <summary>A town that looks so many periods ahead; a period is a year unless said otherwise.</summary>
    public static Town Plans(int periods, int perYear = 1) => new(periods, perYear);

    public Town Values(double discount = 0.0, int tail = 0, bool normalise = false) => With(() => _value = new(discount, tail, normalise));

    public Town Goal(string id, double weight = 1.0, double? cap = null) => With(() => _goals.Add(new(new(id), id, weight, cap)));

    public Town Budget(string id, params double[] perYear) => With(() => _budgets.Add(new(new(id), id, perYear, false)));

    public Town SavingBudget(string id, params double[] perYear) => With(() => _budgets.Add(new(new(id), id, perYear, true)));

    public Town Capacity(string id, double[] perPeriod, double reserve = 0.0, Hire? hire = null) =>
        With(() => _capacities.Add(new(new(id), id, perPeriod, reserve, hire)));

    public Town Can(string id, params Way[] ways) => With(() => Add(id, mandatory: false, ways));

    public Town Must(string id, params Way[] ways) => With(() => Add(id, mandatory: true, ways));

    /// <summary>Labels the initiative added last.</summary>
    public Town Labelled(string key, string value) => With(() => _initiatives[^1] =
        _initiatives[^1] with { Labels = new Dictionary<string, string>(_initiatives[^1].Labels) { [key] = value } });

    public Town Has(Relation relation) => With(() => _relations.Add(relation));

    public Town Has(Frame frame) => With(() => _frames.Add(frame));

    public Town Held(double drop = 0.0, double add = 0.0, double shift = 0.0, double variant = 0.0, params string[] plan) =>
        With(() => _reference = new([.. plan.Select(Chosen)], drop, add, shift, variant));

    public Problem Problem() => new(
        "Klein", _horizon, _value, _goals.Count > 0 ? _goals : [new(new("doel"), "doel", 1.0, null)],
        _budgets, _capacities, _initiatives, _relations, _frames, _reference);

    /// <summary>Reads <c>school@2</c> (variant basis) or <c>school/plus@2</c>.</summary>
    public static Choice Chosen(string text)
    {
        var (what, start) = (text.Split('@')[0], int.Parse(text.Split('@')[1], CultureInfo.InvariantCulture));
        var parts = what.Split('/');
        return new Choice(new(parts[0]), new(parts.Length > 1 ? parts[1] : "basis"), start);
    }

    /// <summary>Initiatives whose label has one of the values.</summary>
    public static Selector Where(string key, params string[] values) =>
        new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [key] = values });

    public static IReadOnlyList<InitiativeId> Ids(params string[] ids) => [.. ids.Select(i => new InitiativeId(i))];

    private void Add(string id, bool mandatory, Way[] ways) => _initiatives.Add(new(
        new(id), id, new Dictionary<string, string>(), mandatory, [.. (ways.Length > 0 ? ways : [Way.Of(1)]).Select(w => w.For(_horizon))]));

    private Town With(Action change)
    {
        change();
        return this;
    }
}
