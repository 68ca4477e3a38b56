using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Checks what a problem says, whether it was read from a file or made by hand.</summary>
public static class ProblemValidator
{
    /// <summary>Everything that is wrong with a problem, with pointers into the file that it would be; empty where it is faultless.</summary>
    public static IReadOnlyList<Fault> Validate(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var faults = new FaultList();
        Validate(problem, faults);
        return faults.ToList();
    }

    internal static void Validate(Problem problem, FaultList faults)
    {
    }
}
