namespace Koers.Planning.Analyses;

/// <summary>How the means are divided over the parts of the organisation.</summary>
public enum MeansDivision
{
    /// <summary>Each part gets of every budget and capacity the share that its initiatives ask of it: what they spend or ask in their first
    /// variant from its earliest start, against what all initiatives together ask.</summary>
    Asked,

    /// <summary>Each part gets the share that it has had until now: <see cref="Problems.AnalysisInput.Shares"/>.</summary>
    Historic,

    /// <summary>Each part gets as much as any other.</summary>
    Equal,
}

/// <summary>What is to be divided, and how.</summary>
/// <param name="Label">The key of the label that divides, for example <c>department</c>.</param>
public sealed record SiloSettings(string Label)
{
    /// <summary>How the means are divided; default by what was asked.</summary>
    public MeansDivision Division { get; init; } = MeansDivision.Asked;
}
