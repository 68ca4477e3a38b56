using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Files;

/// <summary>Reads the files that commands are given.</summary>
internal static class InputFile
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    // Who plans wants the plan; who wants all warnings validates
    private const int WarningsShown = 3;

    public static ReadResult<Problem> Problem(string path)
    {
        if (path != StandardInput)
            return ProblemReader.ReadFile(path);
        using var input = Console.OpenStandardInput();
        return ProblemReader.Read(input);
    }

    public static ReadResult<Plan> Plan(string path)
    {
        if (path != StandardInput)
            return PlanReader.ReadFile(path);
        using var input = Console.OpenStandardInput();
        return PlanReader.Read(input);
    }

    /// <summary>Reads a problem and writes its faults, and a few of its warnings, as messages; null where it cannot be used.</summary>
    public static Problem? ProblemOrFaults(string path, Vocabulary vocabulary) => Told(path, vocabulary, Problem(path));

    /// <summary>Reads a plan and writes its faults as messages; null where it cannot be used.</summary>
    public static Plan? PlanOrFaults(string path, Vocabulary vocabulary) => Told(path, vocabulary, Plan(path));

    /// <summary>Reads how means were divided until now into a problem; null, with its faults as messages, where it cannot be
    /// used.</summary>
    public static Problem? SharesOrFaults(string path, Problem problem, Vocabulary vocabulary)
    {
        if (path != StandardInput)
            return Told(path, vocabulary, SharesReader.ReadFile(path, problem));
        using var input = Console.OpenStandardInput();
        return Told(path, vocabulary, SharesReader.Read(input, problem));
    }

    /// <summary>Reads a problem and a plan of it, all faults of both in one go. Null, with a message per fault, where one cannot be used, or
    /// where the plan holds no choices or choices that are no options of the problem.</summary>
    /// <param name="problemPath">The problem.</param>
    /// <param name="planPath">The plan.</param>
    /// <param name="vocabulary">The language of the messages.</param>
    public static PlannedProblem? ProblemAndPlan(string problemPath, string planPath, Vocabulary vocabulary)
    {
        if (problemPath == StandardInput && planPath == StandardInput)
        {
            Screen.Message(vocabulary.Messages.StandardInputTwice);
            return null;
        }

        var problem = ProblemOrFaults(problemPath, vocabulary);
        var plan = PlanOrFaults(planPath, vocabulary);
        return problem is null || plan is null ? null : Fitting(problem, plan, planPath, vocabulary);
    }

    /// <summary>Checks that a plan holds choices, and that they are options of the problem; null, with a message per fault, where not.</summary>
    public static PlannedProblem? Fitting(Problem problem, Plan plan, string planPath, Vocabulary vocabulary)
    {
        if (plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            Screen.Message(vocabulary.Messages.HoldsNoPlan.With(planPath, ScriptJson.Status(plan.Status)));
            return null;
        }

        if (Replanner.IsOfAnother(problem, plan.Selected))
        {
            // A line per choice would say the same a hundred times
            var gone = Replanner.Gone(problem, plan.Selected);
            Screen.Message(vocabulary.Messages.PlanOfAnother.With(
                planPath, gone.Count, plan.Selected.Count, Display.Clean(gone[0].Initiative.Value)));
            return null;
        }

        // What its bound and its certificate claim does not matter here, and takes long to check
        var report = Evaluator.Check(problem, plan with { Bound = null, Certificate = null });
        var strange = report.Faults.Where(fault => fault.Kind is CheckFaultKind.NotAnOption or CheckFaultKind.ChosenTwice).ToArray();
        foreach (var fault in strange)
            Screen.Message($"{planPath}: {fault.In(vocabulary.Culture)}");
        return strange.Length > 0 ? null : new PlannedProblem(problem, plan, planPath, report.Violations);
    }

    private static T? Told<T>(string path, Vocabulary vocabulary, ReadResult<T> result) where T : class
    {
        var warnings = result.Faults.Where(fault => fault.Severity == Severity.Warning).ToArray();
        var shown = ListSizes.Shown(warnings.Length, WarningsShown);
        FaultLines.Write(Console.Error, vocabulary, path, result.Faults.Where(fault => fault.Severity == Severity.Error));
        FaultLines.Write(Console.Error, vocabulary, path, warnings.Take(shown));
        if (shown < warnings.Length)
            Screen.Message(vocabulary.Messages.MoreWarnings.With(path));
        return result.Value;
    }
}
