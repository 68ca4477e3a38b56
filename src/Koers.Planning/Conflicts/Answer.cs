namespace Koers.Planning.Conflicts;

/// <summary>Whether some rules can hold together.</summary>
internal enum Togetherness
{
    /// <summary>A selection that keeps all of them is known.</summary>
    Possible,

    /// <summary>It is proven that no selection keeps all of them.</summary>
    Impossible,

    /// <summary>Time ran out before either.</summary>
    Unknown,
}

/// <summary>The answer to whether some rules can hold together.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Core">Where impossible, rules among those asked about that cannot hold together by themselves; else empty.</param>
internal readonly record struct Answer(Togetherness Verdict, IReadOnlyList<int> Core);
