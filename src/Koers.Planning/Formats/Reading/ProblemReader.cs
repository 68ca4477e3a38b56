using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>
/// Reads and checks <c>koers-problem/1</c>. Everything that is wrong is reported in one go; reading never throws for what is in a file,
/// and a missing or unreadable file is a fault too. The limits are those of <see cref="FormatLimits"/>.
/// </summary>
public static class ProblemReader
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-problem/1";

    /// <summary>Reads a file.</summary>
    public static ReadResult<Problem> ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var faults = new FaultList();
        return Read(InputBytes.OfFile(path, faults), faults);
    }

    /// <summary>Reads what is left of a stream; the stream stays open.</summary>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static ReadResult<Problem> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var faults = new FaultList();
        return Read(InputBytes.OfStream(stream, faults), faults);
    }

    /// <summary>Reads UTF-8 text, with or without a byte order mark.</summary>
    public static ReadResult<Problem> Read(ReadOnlyMemory<byte> json) => Read(json, new FaultList());

    private static ReadResult<Problem> Read(ReadOnlyMemory<byte> json, FaultList faults)
    {
        var draft = new ProblemDraft();
        if (faults.HasErrors || !DocumentReader.Read(json.Span, Format, ProblemShapes.Problem, draft, faults))
            return faults.With<Problem>(null);
        var problem = draft.Build();
        new Checks(faults).Format(draft.Format, Format);
        ProblemValidator.Validate(problem, faults);
        return faults.With(problem);
    }
}
