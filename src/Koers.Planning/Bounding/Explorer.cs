using Koers.Planning.Reduction;

namespace Koers.Planning.Bounding;

/// <summary>A part of a tree of questions: what is still possible there, what the relaxation takes of it, and what no plan in it is worth
/// more than.</summary>
internal sealed record Node(OptionReduction Reduction, double[] Share, double Bound);

/// <summary>One thread that answers questions of a <see cref="BranchAndBound"/>, with a relaxation of its own.</summary>
/// <param name="relaxation">The relaxation, with the tree's cuts in it; solved before, so that the next solution begins near.</param>
internal sealed class Explorer(LinearRelaxation relaxation) : IDisposable
{
    public LinearRelaxation Relaxation => relaxation;

    /// <summary>Open nodes above the level, the last one solved on top.</summary>
    public Stack<Node> Near { get; } = new();

    /// <summary>The node at hand; null between steps.</summary>
    public Node? Hand { get; set; }

    /// <summary>Bound above which this thread stays near the last node.</summary>
    public double Level { get; set; } = double.PositiveInfinity;

    public void Dispose() => relaxation.Dispose();
}
