namespace Koers.Planning.Formats;

/// <summary>How serious a fault is.</summary>
public enum Severity
{
    /// <summary>The input is used, but somebody should look.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}

/// <summary>One thing that is wrong with an input file. <see cref="FaultText"/> says it in Dutch too.</summary>
/// <param name="Severity">Whether the input can still be used.</param>
/// <param name="JsonPointer">Where in the file, as a JSON pointer (RFC 6901); empty = the whole file. A missing field is reported at the
/// object that lacks it. Keys of more than 200 characters are cut short.</param>
/// <param name="Message">What is wrong, with the value found; in English, one line.</param>
/// <param name="Expected">What was expected; in English, one line.</param>
public sealed record Fault(Severity Severity, string JsonPointer, string Message, string Expected)
{
    /// <summary>What sort of fault it is: what programs and tests decide on, and what the texts are looked up by.</summary>
    public FaultKind Kind { get; private init; }

    /// <summary>What the texts speak of: numbers, quoted texts and <see cref="Phrase"/>s.</summary>
    internal IReadOnlyList<object> Arguments { get; private init; } = [];

    internal static Fault Of(Severity severity, string pointer, FaultKind kind, params IReadOnlyList<object> arguments)
    {
        var (message, expected) = FaultText.Render(FaultText.English, kind, arguments);
        return new(severity, pointer, message, expected) { Kind = kind, Arguments = arguments };
    }

    /// <summary>The fault on one line, in English.</summary>
    public override string ToString() => FaultText.Line(FaultText.English, this);
}

/// <summary>What came of reading a file.</summary>
/// <param name="Value">The problem or plan; null where an error was found.</param>
/// <param name="Faults">Everything that is wrong, all in one go: at most <see cref="FormatLimits.FaultsListed"/> errors and as many
/// warnings, then how many more there are.</param>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<Fault> Faults) where T : class
{
    /// <summary>The value, for input that is known to be right.</summary>
    /// <exception cref="InvalidDataException">An error was found; the message lists all of them, one per line.</exception>
    public T Required() => Value ?? throw new InvalidDataException(string.Join('\n', Faults));
}
