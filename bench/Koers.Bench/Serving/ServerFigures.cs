using Koers.App.Storage;

namespace Koers.Bench.Serving;

/// <summary>How a server answered one question that many clients ask again as soon as they are answered.</summary>
/// <param name="Question">What was asked, in words.</param>
/// <param name="IsPlanning">Whether a plan was made meanwhile.</param>
/// <param name="PerSecond">Answers in a second.</param>
/// <param name="Median">Half of the answers came within this, in milliseconds.</param>
/// <param name="Most">The 95th percentile, in milliseconds.</param>
/// <param name="Failed">Answers that were none (not 2xx).</param>
internal sealed record LoadFigures(string Question, bool IsPlanning, double PerSecond, double Median, double Most, int Failed)
{
    /// <summary>Whether clients waited between an answer and the next question.</summary>
    public bool IsPaced { get; init; }
}

/// <summary>All that was measured of a server on one database.</summary>
internal sealed record ServerFigures(DatabaseKind Database, int Initiatives, int Clients, int Seconds)
{
    /// <summary>Seconds from starting the process to the first answer, of several starts, from the shortest.</summary>
    public required IReadOnlyList<double> Starts { get; init; }

    /// <summary>Resident bytes before anything was asked.</summary>
    public required long AtRest { get; init; }

    /// <summary>Resident bytes when all was measured.</summary>
    public required long AtEnd { get; init; }

    /// <summary>How busy the machine was before: the processes that wanted to run in the last minute.</summary>
    public required double? Load { get; init; }

    /// <summary>Taking as many initiatives in as there are; null = not measured.</summary>
    public ImportFigures? Import { get; init; }

    /// <summary>Each question.</summary>
    public required IReadOnlyList<LoadFigures> Loads { get; init; }
}
