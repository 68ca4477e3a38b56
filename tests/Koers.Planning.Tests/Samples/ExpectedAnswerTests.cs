using System.Text.Json;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Samples;

/// <summary>Where <c>samples/expected.json</c> comes from: every plan of a small sample, tried by a reading of the contract that shares
/// nothing with the engine. A test that fails says what the file should say.</summary>
public sealed class ExpectedAnswerTests
{
    /// <summary>All small samples but one: the town planned by hand has too many plans to try.</summary>
    public static TheoryData<string> Tried => [.. SampleFiles.Small.Select(row => row.Data).Where(file => file != SampleFiles.SmallTown)];

    [Theory, MemberData(nameof(Tried))]
    public void The_answer_is_that_of_trying_every_plan(string file)
    {
        var (expected, tried) = (SampleFiles.Expected(file), Try(file));
        Assert.True(
            expected.Status == tried.Status && expected.Conflict.SequenceEqual(tried.Conflict) && IsEqual(expected.Value, tried.Value),
            $"expected.json should say \"{file}\": {JsonSerializer.Serialize(tried, JsonSerializerOptions.Web)}");
    }

    private static ExpectedAnswer Try(string file)
    {
        var problem = SampleFiles.Read(file);
        var every = new BruteForce(problem);
        if (every.Best() is { } best)
            return new("optimal", best.Value, []);
        // Of the only conflict every rule is needed: without it, all other rules together can be kept
        var rules = new PlainReading(problem).Rules();
        string[] conflict = [.. rules.Where(one => every.CanHoldTogether([.. rules.Where(r => r != one)])).Order(StringComparer.Ordinal)];
        Assert.True(every.IsIrreducibleConflict(conflict), $"{file} has several conflicts: change the sample until it has one");
        return new("infeasible", null, conflict);
    }

    private static bool IsEqual(double? one, double? other) =>
        one is { } a && other is { } b ? Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(b)) : one is null && other is null;
}
