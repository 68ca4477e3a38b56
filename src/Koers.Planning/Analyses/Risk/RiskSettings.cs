using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>How a plan's risk is simulated.</summary>
public sealed record RiskSettings
{
    /// <summary>Most runs that can be asked for.</summary>
    public const int MostRuns = 1_000_000;

    /// <summary>
    /// What is assumed of a problem that gives no range of cost, effort or duration at all. Cost: a tenth under the estimate to 44% above
    /// it; duration: as planned to 20% longer. The 44% and 20% are the upper bounds for standard civil engineering in <i>Review of large
    /// public procurement in the UK</i> (Mott MacDonald for HM Treasury, 2002), which the Green Book's guidance on optimism bias took
    /// over. The low sides and the range of effort (a tenth less to a fifth more) are conventions of this program.
    /// </summary>
    public static Ranges AssumedRanges { get; } =
        new(new ThreePoint(0.9, 1, 1.44), new ThreePoint(0.9, 1, 1.2), new ThreePoint(1, 1, 1.2), null, RangeShape.Triangular);

    /// <summary>Correlation that is assumed within a department where the problem gives none: 0.3, a convention. None at all would make the
    /// spread of a total too small (A. Touran, E. Wiser 1992, Monte Carlo technique with correlated random variables, <i>Journal of
    /// Construction Engineering and Management</i> 118(2)).</summary>
    public const double AssumedStrength = 0.3;

    /// <summary>Labels that are taken for the department where the problem does not name one; the first that any initiative has.</summary>
    public static IReadOnlyList<string> AssumedLabels { get; } = ["department", "afdeling"];

    /// <summary>Number of runs, 1 to <see cref="MostRuns"/>; default 10,000.</summary>
    public int Runs { get; init; } = 10_000;

    /// <summary>Which initiatives' fortunes go together; null = as the problem says, and where it says nothing
    /// <see cref="AssumedStrength"/> per department. A strength of 0 makes each stand alone.</summary>
    public Correlation? Correlation { get; init; }
}
