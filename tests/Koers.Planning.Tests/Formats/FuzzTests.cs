using CsCheck;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>Whatever stands in a file: faults or a value, never an exception.</summary>
public class FuzzTests
{
    private static readonly byte[] Problem = Sample.Utf8(Sample.WithAnalysis);
    private static readonly byte[] Plan = Sample.Utf8(Sample.Plan);

    /// <summary>Pieces that are JSON, or nearly.</summary>
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "0", "1e999", "1e308",
        "0.5", "\"\"", "\"brug\"", "\"x\":", "\\u0000", "\\ud800",
        "{}", "[]", "-", "é", "\n", "\"type\":\"spend\",", "99999999999", "\"a/b\"",
    ];

    private static readonly Gen<(int Position, int Length, string Piece)> Change =
        Gen.Select(Gen.Int[0, 8000], Gen.Int[0, 12], Gen.Int[0, Pieces.Length - 1].Select(p => Pieces[p]));

    [Fact]
    public void A_problem_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Problem.Length; length++) Refused(ProblemReader.Read(Problem.AsMemory(0, length)));
    }

    [Fact]
    public void A_problem_with_any_bytes_changed_gives_faults_or_a_faultless_problem() =>
        Gen.Select(Gen.Int[0, Problem.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var bytes = Problem.ToArray();
            foreach (var (position, value) in changes) bytes[position] = value;
            Sound(ProblemReader.Read(bytes));
        }, iter: 20_000);

    [Fact]
    public void A_problem_with_any_pieces_replaced_gives_faults_or_a_faultless_problem() =>
        Change.Array[1, 4].Sample(changes => Sound(ProblemReader.Read(Changed(Problem, changes))), iter: 20_000);

    [Fact]
    public void A_plan_with_any_pieces_replaced_gives_faults_or_a_plan() => Change.Array[1, 4].Sample(changes =>
    {
        var read = PlanReader.Read(Changed(Plan, changes));
        Assert.Equal(read.Value is null, read.Faults.Any(f => f.Severity == Severity.Error));
        if (read.Value is { } plan) Assert.NotNull(PlanReader.Read(PlanWriter.ToBytes(plan)).Value);
    }, iter: 20_000);

    [Fact]
    public void Any_bytes_give_faults() => Gen.Byte.Array[0, 200].Sample(bytes => Refused(ProblemReader.Read(bytes)), iter: 20_000);

    private static void Refused(ReadResult<Problem> read)
    {
        Assert.Null(read.Value);
        Assert.Contains(read.Faults, f => f.Severity == Severity.Error);
    }

    /// <summary>A problem that is read passes the validator, and comes back the same from a file.</summary>
    private static void Sound(ReadResult<Problem> read)
    {
        Assert.All(read.Faults, f => Assert.DoesNotContain('\n', f.ToString()));
        if (read.Value is not { } problem)
        {
            Refused(read);
            return;
        }
        Assert.DoesNotContain(ProblemValidator.Validate(problem), f => f.Severity == Severity.Error);
        var bytes = ProblemWriter.ToBytes(problem);
        Assert.Equal(bytes, ProblemWriter.ToBytes(ProblemReader.Read(bytes).Required()));
    }

    private static byte[] Changed(byte[] document, (int Position, int Length, string Piece)[] changes)
    {
        var bytes = document.ToList();
        foreach (var (position, length, piece) in changes)
        {
            var at = position % bytes.Count;
            bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
            bytes.InsertRange(at, Sample.Utf8(piece));
        }
        return [.. bytes];
    }
}
