namespace Koers.Planning.Running;

/// <summary>Up to which size a way of working pays, measured on the sample problems.</summary>
internal static class Sizes
{
    /// <summary>Options up to which the exact search comes first, because it ends within about a second.</summary>
    public const int ExactFirst = 250;

    /// <summary>Options up to which asking questions tightens the bound faster than the exact search does.</summary>
    public const int Tree = 2500;

    /// <summary>Entries of the model up to which the exact search fits in memory beside the rest.</summary>
    public const int ExactEntries = 3_000_000;

    /// <summary>Entries of the model up to which the linear relaxation can be solved in useful time.</summary>
    public const int RelaxationEntries = 4_000_000;
}
