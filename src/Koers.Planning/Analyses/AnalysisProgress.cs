namespace Koers.Planning.Analyses;

/// <summary>How far an analysis is.</summary>
/// <param name="Done">Parts that are done: problems planned, runs simulated.</param>
/// <param name="Total">Parts in all; may grow while the analysis learns what it must still ask.</param>
public sealed record AnalysisProgress(int Done, int Total);
