namespace Koers.Bench.Reports;

/// <summary>How people call the solvers.</summary>
internal static class SolverNames
{
    public static string Of(string solver) => solver switch
    {
        "koers" => "Koers",
        "scip" => "SCIP",
        "cp-sat" => "CP-SAT",
        "highs" => "HiGHS",
        "cbc" => "CBC",
        _ => solver,
    };
}
