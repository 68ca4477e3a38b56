using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>
/// Checks what a problem says, whether it was read from a file or made by hand. A problem whose rules cannot hold together (two mandatory
/// initiatives that exclude each other, a floor that no plan reaches) is not at fault: the engine explains it with a conflict.
/// </summary>
public static class ProblemValidator
{
    /// <summary>Everything that is wrong with a problem, with pointers into the file that it would be; empty where it is
    /// faultless.</summary>
    public static IReadOnlyList<Fault> Validate(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var faults = new FaultList();
        Validate(problem, faults);
        return faults.ToList();
    }

    /// <summary>Adds to the faults that were found while reading; what depends on something unreadable is not judged.</summary>
    internal static void Validate(Problem problem, FaultList faults)
    {
        var checks = new Checks(faults);
        var names = new ProblemNames(problem, checks);
        var time = new TimeChecks(problem, checks);
        new ResourceChecks(names, time, checks).Run(problem);
        new InitiativeChecks(names, time, checks).Run(problem.Initiatives);
        new RelationChecks(names, checks).Run(problem.Relations);
        new FrameChecks(problem, names, time, checks).Run();
        if (problem.Reference is { } reference) new ReferenceChecks(names, time, checks).Run(reference);
        new AnalysisChecks(problem, names, checks).Run();
        DependencyCycles.Check(problem.Relations, checks);
        NameCollisions.Check(problem, checks);
    }
}
