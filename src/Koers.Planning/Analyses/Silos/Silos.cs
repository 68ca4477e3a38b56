using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What does dividing the means over departments, or over any other parts, cost the whole?</summary>
public static class Silos
{
    /// <summary>Plans the whole, plans each part within its share of the means, puts the plans of the parts together and says what is lost.
    /// The parts never beat the whole: what they bring together is handed to the plan of the whole.</summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="settings">What is divided and how.</param>
    /// <param name="options">How long and how hard to search; null = defaults.</param>
    /// <param name="progress">Told after every plan; null = nobody.</param>
    /// <param name="cancellationToken">Stops: parts without a plan bring nothing, and nothing is proven of them.</param>
    /// <exception cref="ArgumentException">No initiative has the label, or the historic shares are incomplete
    /// (<see cref="HistoricShares.Check"/>).</exception>
    public static SiloReport Compare(
        Problem problem, SiloSettings settings, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(settings);
        if (!LabelsOf(problem).Contains(settings.Label, StringComparer.Ordinal))
            throw new ArgumentException($"No initiative has the label {settings.Label}.", nameof(settings));
        if (settings.Division == MeansDivision.Historic && HistoricShares.Check(problem, settings.Label) is { Count: > 0 } faults)
            throw new ArgumentException(
                $"The historic shares cannot be used: {string.Join("; ", faults.Select(HistoricShares.Describe))}.", nameof(settings));
        return new SiloRun(problem, settings, options ?? new AnalysisOptions(), progress, cancellationToken).Run();
    }

    /// <summary>The labels by which means can be divided: every key that an initiative has, in alphabetical order.</summary>
    public static IReadOnlyList<string> LabelsOf(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return [.. problem.Initiatives.SelectMany(i => i.Labels.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
