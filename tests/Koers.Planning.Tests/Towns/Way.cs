using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Towns;

/// <summary>One way to do an initiative, said in the words of the field: <c>Way.Of(2).Spends("geld", 3, 4).Brings("leren", 5)</c>.</summary>
internal sealed record Way
{
    private string Name { get; init; } = "basis";
    private int Duration { get; init; }
    private int Earliest { get; init; }
    private int? Latest { get; init; }
    private double Success { get; init; } = 1.0;
    private Effect? Effect { get; init; }
    private Dictionary<BudgetId, IReadOnlyList<double>> Money { get; init; } = [];
    private Dictionary<BudgetId, double> MoneyAfter { get; init; } = [];
    private Dictionary<CapacityId, IReadOnlyList<double>> People { get; init; } = [];
    private Dictionary<GoalId, double> Points { get; init; } = [];

    /// <summary>A way that takes so many periods, starting whenever it fits.</summary>
    public static Way Of(int duration) => new() { Duration = duration };

    public Way Named(string name) => this with { Name = name };

    public Way Between(int earliest, int latest) => this with { Earliest = earliest, Latest = latest };

    public Way Spends(string budget, params double[] perPeriod) => this with { Money = new(Money) { [new(budget)] = perPeriod } };

    public Way SpendsAfter(string budget, double perPeriod) => this with { MoneyAfter = new(MoneyAfter) { [new(budget)] = perPeriod } };

    public Way Asks(string capacity, params double[] perPeriod) => this with { People = new(People) { [new(capacity)] = perPeriod } };

    public Way Brings(string goal, double points) => this with { Points = new(Points) { [new(goal)] = points } };

    public Way Succeeds(double probability) => this with { Success = probability };

    public Way Works(double[] profile, double after) => this with { Effect = new Effect(profile, after) };

    public Variant For(Horizon horizon) => new(
        new VariantId(Name), Duration, Earliest, Latest ?? (horizon.Periods - Duration),
        Money, MoneyAfter, People, Points, Success, Effect ?? new Effect(new double[Duration], 1.0));
}
