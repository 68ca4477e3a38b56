using Koers.Planning.Plans;

namespace Koers.Planning.Formats;

/// <summary>A plan that is set beside others.</summary>
/// <param name="File">The file it came from.</param>
/// <param name="Plan">The plan.</param>
/// <param name="KeepsRules">Whether its choices keep all rules of the problem.</param>
public sealed record ComparedPlan(string File, Plan Plan, bool KeepsRules);
