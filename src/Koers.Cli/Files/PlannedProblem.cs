using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Files;

/// <summary>A problem and a plan of it, as commands are given them.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Plan">The plan; its choices are options of the problem.</param>
/// <param name="PlanFile">The file that the plan came from.</param>
/// <param name="Violations">The rules that the plan breaks.</param>
internal sealed record PlannedProblem(Problem Problem, Plan Plan, string PlanFile, IReadOnlyList<Violation> Violations)
{
    /// <summary>Whether the plan keeps every rule; where not, a message says which one it breaks.</summary>
    public bool KeepsRulesOrTold(Screen screen)
    {
        if (Violations.Count == 0)
            return true;
        var broken = new RuleNames(Problem, screen.Results).Describe(Violations[0].Rule, Violations[0].Row);
        Screen.Message(screen.Vocabulary.Messages.PlanBreaksRule.With(PlanFile, broken));
        return false;
    }
}
