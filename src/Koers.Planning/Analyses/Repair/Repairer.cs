using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Says which rules cannot hold together, and what the cheapest way out is (docs/method-repair.md).</summary>
public static class Repairer
{
    /// <summary>Looks for conflicts, the cheapest way out, and what each rule alone would take.</summary>
    /// <param name="problem">The problem, faultless. Prices of giving way are in its <see cref="AnalysisInput.RelaxationPrices"/>.</param>
    /// <param name="settings">What is asked; null = defaults.</param>
    /// <param name="options">How long and how hard to search; null = defaults.</param>
    /// <param name="progress">Told which of five parts is done; null = nobody.</param>
    /// <param name="cancellationToken">Stops: the answer holds what was found, and says what is unfinished; nothing is thrown.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting or option is out of its range.</exception>
    public static ProblemRepair Repair(
        Problem problem, RepairSettings? settings = null, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        settings ??= new RepairSettings();
        options ??= new AnalysisOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MostConflicts, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.TimeLimit, TimeSpan.Zero, nameof(options));
        return new RepairRun(problem, settings, options, progress, cancellationToken).Run();
    }
}
