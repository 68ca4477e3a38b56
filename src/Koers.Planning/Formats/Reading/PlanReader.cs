using Koers.Planning.Plans;

namespace Koers.Planning.Formats;

/// <summary>
/// Reads <c>koers-plan/1</c>, of this engine or another. Everything that is wrong with the file itself is reported in one go; whether the
/// plan keeps the rules of a problem and is worth what it says is for <see cref="Checking.Evaluator.Check"/>.
/// </summary>
public static class PlanReader
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-plan/1";

    /// <summary>Reads a file.</summary>
    public static ReadResult<Plan> ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var faults = new FaultList();
        return Read(InputBytes.OfFile(path, faults), faults);
    }

    /// <summary>Reads what is left of a stream; the stream stays open.</summary>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static ReadResult<Plan> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var faults = new FaultList();
        return Read(InputBytes.OfStream(stream, faults), faults);
    }

    /// <summary>Reads UTF-8 text, with or without a byte order mark.</summary>
    public static ReadResult<Plan> Read(ReadOnlyMemory<byte> json) => Read(json, new FaultList());

    private static ReadResult<Plan> Read(ReadOnlyMemory<byte> json, FaultList faults)
    {
        var draft = new PlanDraft();
        if (faults.HasErrors || !DocumentReader.Read(json.Span, Format, PlanShapes.Plan, draft, faults)) return faults.With<Plan>(null);
        var plan = draft.Build();
        PlanChecks.Run(draft, plan, faults);
        return faults.With(plan);
    }
}
