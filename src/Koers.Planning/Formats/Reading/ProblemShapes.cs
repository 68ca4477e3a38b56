using Koers.Planning.Problems;
using static Koers.Planning.Formats.Presence;

namespace Koers.Planning.Formats;

/// <summary>
/// The fields of <c>koers-problem/1</c>, in the order in which they are written. The JSON Schema repeats these tables with meanings and
/// units; a test compares the two. A field that a later version adds and this one may meet is one line: <c>.Ignored("range")</c>.
/// </summary>
internal static class ProblemShapes
{
    private static readonly Shape<HorizonDraft> Horizon = new Shape<HorizonDraft>("horizon")
        .Date("start", Required, (d, v) => d.Start = v)
        .Whole("periods", Required, (d, v) => d.Periods = v)
        .Whole("periodsPerYear", Required, (d, v) => d.PeriodsPerYear = v);

    private static readonly Shape<ValueDraft> Value = new Shape<ValueDraft>("value")
        .Number("discountPerYear", Optional, (d, v) => d.DiscountPerYear = v)
        .Whole("tailPeriods", Optional, (d, v) => d.TailPeriods = v)
        .Flag("normalise", Optional, (d, v) => d.Normalise = v);

    private static readonly Shape<GoalDraft> Goal = new Shape<GoalDraft>("goal")
        .Text("id", Required, (d, v) => d.Id = v)
        .Text("name", Optional, (d, v) => d.Name = v)
        .Number("weight", Required, (d, v) => d.Weight = v)
        .Number("cap", Optional, (d, v) => d.Cap = v);

    private static readonly Shape<BudgetDraft> Budget = new Shape<BudgetDraft>("budget")
        .Text("id", Required, (d, v) => d.Id = v)
        .Text("name", Optional, (d, v) => d.Name = v)
        .Numbers("perYear", Required, (d, v) => d.PerYear = v)
        .Flag("carryOver", Optional, (d, v) => d.CarryOver = v);

    private static readonly Shape<HireDraft> Hire = new Shape<HireDraft>("hire")
        .Number("maxPerPeriod", Required, (d, v) => d.MaxPerPeriod = v)
        .Number("price", Required, (d, v) => d.Price = v)
        .Text("budget", Required, (d, v) => d.Budget = v);

    private static readonly Shape<CapacityDraft> Capacity = new Shape<CapacityDraft>("capacity")
        .Text("id", Required, (d, v) => d.Id = v)
        .Text("name", Optional, (d, v) => d.Name = v)
        .Numbers("perPeriod", Required, (d, v) => d.PerPeriod = v)
        .Number("reserve", Optional, (d, v) => d.Reserve = v)
        .Object("hire", Optional, Hire, d => d.Hire = new());

    private static readonly Shape<EffectDraft> Effect = new Shape<EffectDraft>("effect")
        .Numbers("profile", Optional, (d, v) => d.Profile = v)
        .Number("after", Optional, (d, v) => d.After = v);

    private static readonly Shape<VariantDraft> Variant = new Shape<VariantDraft>("variant")
        .Text("id", Required, (d, v) => d.Id = v)
        .Whole("duration", Required, (d, v) => d.Duration = v)
        .Whole("earliestStart", Optional, (d, v) => d.EarliestStart = v)
        .Whole("latestStart", Optional, (d, v) => d.LatestStart = v)
        .NumbersBy("spend", (d, id, v) => d.Spend.TryAdd(new(id), v))
        .NumberBy("spendAfter", (d, id, v) => d.SpendAfter.TryAdd(new(id), v))
        .NumbersBy("effort", (d, id, v) => d.Effort.TryAdd(new(id), v))
        .NumberBy("contribution", (d, id, v) => d.Contribution.TryAdd(new(id), v))
        .Number("success", Optional, (d, v) => d.Success = v)
        .Object("effect", Optional, Effect, d => d.Effect);

    private static readonly Shape<InitiativeDraft> Initiative = new Shape<InitiativeDraft>("initiative")
        .Text("id", Required, (d, v) => d.Id = v)
        .Text("name", Optional, (d, v) => d.Name = v)
        .TextBy("labels", (d, key, v) => d.Labels.TryAdd(key, v))
        .Flag("mandatory", Optional, (d, v) => d.Mandatory = v)
        .List("variants", Required, Variant, d => d.Variants);

    public static readonly TypedShapes<RelationDraft> Relations = new(
        Pair("dependsOn"),
        Pair("before"),
        Relation("requires")
            .Text("initiative", Required, (d, v) => d.First = v)
            .Text("requires", Required, (d, v) => d.Second = v),
        Members("excludes"),
        Members("together"),
        Members("group")
            .Whole("min", Optional, (d, v) => d.Min = v)
            .Whole("max", Optional, (d, v) => d.Max = v),
        Members("synergy")
            .Number("value", Required, (d, v) => d.Value = v));

    public static readonly TypedShapes<FrameDraft> Frames = new(
        Frame("goalFloor")
            .Text("goal", Required, (d, v) => d.Subject = v)
            .Number("min", Required, (d, v) => d.Min = v),
        BetweenLimits(Spending(Selecting("spend"))),
        BetweenLimits(Spending(Selecting("spendShare"))),
        BetweenLimits(Selecting("count")),
        UpTo(Selecting("concurrent")),
        UpTo(Selecting("starts")),
        UpTo(Selecting("effort").Text("capacity", Required, (d, v) => d.Subject = v)),
        UpTo(Selecting("risk")));

    public static readonly Shape<ChoiceDraft> Choice = new Shape<ChoiceDraft>("choice")
        .Text("initiative", Required, (d, v) => d.Initiative = v)
        .Text("variant", Required, (d, v) => d.Variant = v)
        .Whole("start", Required, (d, v) => d.Start = v);

    private static readonly Shape<ReferenceDraft> Reference = new Shape<ReferenceDraft>("reference")
        .List("plan", Required, Choice, d => d.Plan)
        .Number("dropPenalty", Optional, (d, v) => d.DropPenalty = v)
        .Number("addPenalty", Optional, (d, v) => d.AddPenalty = v)
        .Number("shiftPenalty", Optional, (d, v) => d.ShiftPenalty = v)
        .Number("variantPenalty", Optional, (d, v) => d.VariantPenalty = v);

    public static readonly Shape<ProblemDraft> Problem = new Shape<ProblemDraft>("problem")
        .Text("format", Required, (d, v) => d.Format = v)
        .Text("name", Required, (d, v) => d.Name = v)
        .Object("horizon", Required, Horizon, d => d.Horizon)
        .Object("value", Optional, Value, d => d.Value)
        .List("goals", Required, Goal, d => d.Goals)
        .List("budgets", Optional, Budget, d => d.Budgets)
        .List("capacities", Optional, Capacity, d => d.Capacities)
        .List("initiatives", Required, Initiative, d => d.Initiatives)
        .List("relations", Optional, Relations, d => d.Relations)
        .List("frames", Optional, Frames, d => d.Frames)
        .Object("reference", OrNull, Reference, d => d.Reference = new())
        .Object("analysis", Optional, AnalysisShapes.Analysis, d => d.Analysis);

    /// <summary>Every object of the format.</summary>
    public static IReadOnlyList<IShape> All { get; } =
    [
        Problem, Horizon, Value, Goal, Budget, Capacity, Hire, Initiative, Variant, Effect, Reference, Choice, .. AnalysisShapes.All,
    ];

    private static Shape<RelationDraft> Relation(string type) => new Shape<RelationDraft>(type)
        .Text("id", Required, (d, v) => d.Id = v)
        .Text("type", Required, (d, v) => d.Type = v);

    private static Shape<RelationDraft> Pair(string type) => Relation(type)
        .Text("before", Required, (d, v) => d.First = v)
        .Text("after", Required, (d, v) => d.Second = v)
        .Whole("lag", Optional, (d, v) => d.Lag = v);

    private static Shape<RelationDraft> Members(string type) => Relation(type)
        .Texts("initiatives", Required, (d, v) => d.Initiatives = [.. v.Select(id => new InitiativeId(id))]);

    private static Shape<FrameDraft> Frame(string type) => new Shape<FrameDraft>(type)
        .Text("id", Required, (d, v) => d.Id = v)
        .Text("name", Optional, (d, v) => d.Name = v)
        .Text("type", Required, (d, v) => d.Type = v);

    private static Shape<FrameDraft> Selecting(string type) => Frame(type)
        .TextsBy("where", (d, key, v) => d.Where.TryAdd(key, v));

    private static Shape<FrameDraft> Spending(Shape<FrameDraft> frame) => frame
        .Texts("budgets", Optional, (d, v) => d.Budgets = [.. v.Select(id => new BudgetId(id))])
        .Wholes("years", Optional, (d, v) => d.Years = v);

    private static Shape<FrameDraft> BetweenLimits(Shape<FrameDraft> frame) => frame
        .Number("min", Optional, (d, v) => d.Min = v)
        .Number("max", Optional, (d, v) => d.Max = v);

    private static Shape<FrameDraft> UpTo(Shape<FrameDraft> frame) => frame
        .Number("max", Required, (d, v) => d.Max = v);
}
