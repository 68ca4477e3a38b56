using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>How serious a fault is.</summary>
public enum Severity
{
    /// <summary>The input is used, but somebody should look.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}

/// <summary>One thing that is wrong with an input file.</summary>
/// <param name="Severity">Whether the input can still be used.</param>
/// <param name="JsonPointer">Where in the file, as a JSON pointer (RFC 6901); empty = the whole file.</param>
/// <param name="Message">What is wrong, with the value found.</param>
/// <param name="Expected">What was expected.</param>
public sealed record Fault(Severity Severity, string JsonPointer, string Message, string Expected);

/// <summary>What came of reading a problem.</summary>
/// <param name="Problem">The problem; null where an error was found.</param>
/// <param name="Faults">Everything that is wrong, all in one go.</param>
public sealed record ReadResult<T>(T? Problem, IReadOnlyList<Fault> Faults) where T : class;
