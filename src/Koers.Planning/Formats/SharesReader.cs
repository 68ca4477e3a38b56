using Koers.Planning.Problems;
using static Koers.Planning.Formats.Presence;

namespace Koers.Planning.Formats;

/// <summary>Reads <c>koers-shares/1</c>: how means were divided until now, in a file of its own; each entry as in <c>analysis.shares</c> of a
/// problem.</summary>
public static class SharesReader
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-shares/1";

    private static readonly Shape<SharesDraft> Shares = new Shape<SharesDraft>("shares")
        .Text("format", Required, (d, v) => d.Format = v)
        .List("shares", Required, AnalysisShapes.MeansShare, d => d.Shares);

    /// <summary>Reads a file, for a problem; shares in the problem itself give way to it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">The problem that the shares are for, faultless.</param>
    /// <returns>The problem with these shares; null where an error was found.</returns>
    public static ReadResult<Problem> ReadFile(string path, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problem);
        var faults = new FaultList();
        return Read(InputBytes.OfFile(path, faults), problem, faults);
    }

    /// <summary>Reads what is left of a stream; the stream stays open.</summary>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static ReadResult<Problem> Read(Stream stream, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(problem);
        var faults = new FaultList();
        return Read(InputBytes.OfStream(stream, faults), problem, faults);
    }

    private static ReadResult<Problem> Read(ReadOnlyMemory<byte> json, Problem problem, FaultList faults)
    {
        var draft = new SharesDraft();
        if (faults.HasErrors || !DocumentReader.Read(json.Span, Format, Shares, draft, faults))
            return faults.With<Problem>(null);
        var divided = problem with { Analysis = problem.Analysis with { Shares = [.. draft.Shares.Select(s => s.Build())] } };
        var checks = new Checks(faults);
        checks.Format(draft.Format, Format);
        new AnalysisChecks(divided, new ProblemNames(problem, checks), checks).RunShares(JsonPath.Root["shares"]);
        return faults.With(divided);
    }

    private sealed class SharesDraft
    {
        public string Format { get; set; } = "";
        public List<MeansShareDraft> Shares { get; } = [];
    }
}
