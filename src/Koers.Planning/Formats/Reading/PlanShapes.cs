using Koers.Planning.Plans;
using static Koers.Planning.Formats.Presence;

namespace Koers.Planning.Formats;

/// <summary>The fields of <c>koers-plan/1</c>, in the order in which they are written.</summary>
internal static class PlanShapes
{
    /// <summary>How the file writes each status.</summary>
    public static readonly IReadOnlyDictionary<string, PlanStatus> Statuses = new Dictionary<string, PlanStatus>(StringComparer.Ordinal)
    {
        ["optimal"] = PlanStatus.Optimal,
        ["feasible"] = PlanStatus.Feasible,
        ["infeasible"] = PlanStatus.Infeasible,
        ["unknown"] = PlanStatus.Unknown,
    };

    private static readonly Shape<CertificateDraft> Certificate = new Shape<CertificateDraft>("certificate")
        .Number("bound", Required, (d, v) => d.Bound = v)
        .NumberBy("prices", (d, row, v) => d.Prices.TryAdd(row, v), Required);

    public static readonly Shape<PlanDraft> Plan = new Shape<PlanDraft>("plan")
        .Text("format", Required, (d, v) => d.Format = v)
        .Text("status", Required, (d, v) => d.Status = v)
        .List("selected", Optional, ProblemShapes.Choice, d => d.Selected ??= [])
        .Number("value", OrNull, (d, v) => d.Value = v)
        .Number("bound", OrNull, (d, v) => d.Bound = v)
        .Number("gap", OrNull, (d, v) => d.Gap = v)
        .Object("certificate", OrNull, Certificate, d => d.Certificate = new())
        .Texts("conflict", OrNull, (d, v) => d.Conflict = v)
        .Number("seconds", OrNull, (d, v) => d.Seconds = v)
        .Text("engine", OrNull, (d, v) => d.Engine = v);

    /// <summary>Every object of the format.</summary>
    public static IReadOnlyList<IShape> All { get; } = [Plan, ProblemShapes.Choice, Certificate];
}

internal sealed class CertificateDraft
{
    public double Bound { get; set; }
    public Dictionary<string, double> Prices { get; } = new(StringComparer.Ordinal);
}

internal sealed class PlanDraft
{
    public string Format { get; set; } = "";
    public string Status { get; set; } = "";
    public List<ChoiceDraft>? Selected { get; set; }
    public double? Value { get; set; }
    public double? Bound { get; set; }
    public double? Gap { get; set; }
    public CertificateDraft? Certificate { get; set; }
    public string[] Conflict { get; set; } = [];
    public double Seconds { get; set; }
    public string Engine { get; set; } = "";

    public Plan Build() => new(
        PlanShapes.Statuses.GetValueOrDefault(Status),
        [.. (Selected ?? []).Select(c => c.Build())],
        Value,
        Bound,
        Certificate is { } c ? new(c.Bound, c.Prices) : null,
        Conflict,
        Seconds,
        Engine);
}
