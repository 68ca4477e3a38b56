namespace Koers.Planning.Formats;

/// <summary>How large a file and what is in it may be. Within these limits nothing in the engine overflows; a municipality stays far
/// below them.</summary>
public static class FormatLimits
{
    /// <summary>Bytes in a file: 256 MB.</summary>
    public const int FileBytes = 256 << 20;

    /// <summary>Lists and objects in each other.</summary>
    public const int Depth = 64;

    /// <summary>Characters in one text.</summary>
    public const int TextLength = 10_000;

    /// <summary>Magnitude of every number: money, units, points, weights, shares; 10¹².</summary>
    public const double Magnitude = 1e12;

    /// <summary>Magnitude of what a plan says it is worth, and of prices; 10³⁰.</summary>
    public const double PlanMagnitude = 1e30;

    /// <summary>Periods in the horizon, in the tail, in a year, in a duration, and the magnitude of starts and lags.</summary>
    public const int Periods = 10_000;

    /// <summary>Values in one list of numbers.</summary>
    public const int Values = 20_000;

    /// <summary>Entries in one list of things: initiatives, relations, frames, members.</summary>
    public const int Entries = 200_000;

    /// <summary>Options, one for every initiative, variant and start.</summary>
    public const int Options = 2_000_000;

    /// <summary>Errors that are listed, and warnings; how many more there are is said in one line.</summary>
    public const int FaultsListed = 200;

    /// <summary>Errors after which reading stops: nonsense of 100 MB is refused as fast as a small mistake.</summary>
    public const int FaultsCounted = 100_000;
}
