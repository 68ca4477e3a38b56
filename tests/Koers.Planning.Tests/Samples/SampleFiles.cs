using System.Text.Json;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Samples;

/// <summary>What the enumeration of all plans says about a sample (see samples/README.md).</summary>
/// <param name="Status">Whether a plan exists: <c>optimal</c> or <c>infeasible</c>.</param>
/// <param name="Value">Value of the best plan; null where there is none.</param>
/// <param name="Conflict">The only conflict, sorted; empty where a plan exists.</param>
internal sealed record ExpectedAnswer(string Status, double? Value, IReadOnlyList<string> Conflict);

/// <summary>The problems in the folder <c>samples</c> of the project.</summary>
internal static class SampleFiles
{
    /// <summary>The town that docs/method-sample.md plans by hand.</summary>
    public const string SmallTown = "kleine-gemeente.json";

    private static readonly JsonSerializerOptions ByFieldName = new() { PropertyNameCaseInsensitive = true };

    private static readonly string Folder = FindAbove("samples") ?? throw new DirectoryNotFoundException("No folder samples above the tests.");

    private static readonly SortedDictionary<string, ExpectedAnswer> Answers = ReadAnswers();

    public static TheoryData<string> Small { get; } = [.. Answers.Keys];

    public static TheoryData<string> WithPlan { get; } = [.. Answers.Where(a => a.Value.Status == "optimal").Select(a => a.Key)];

    public static TheoryData<string> WithoutPlan { get; } = [.. Answers.Where(a => a.Value.Status == "infeasible").Select(a => a.Key)];

    public static TheoryData<string> Large { get; } =
        ["boston-fy25.json", "PI_1.json", "gemeente-60.json", "gemeente-300.json", "gemeente-1200.json"];

    /// <summary>Every problem in the folder, as it is named in <c>expected.json</c>.</summary>
    public static IEnumerable<string> All =>
        Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => file != "expected.json");

    public static ExpectedAnswer Expected(string file) => Answers[file];

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static Problem Read(string file) => ProblemReader.ReadFile(PathOf(file)).Required();

    /// <summary>A file or folder next to one of the folders that the tests run in; null where nobody has it.</summary>
    public static string? FindAbove(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine([folder.FullName, .. path]);
            if (Path.Exists(found)) return found;
        }
        return null;
    }

    private static SortedDictionary<string, ExpectedAnswer> ReadAnswers()
    {
        using var file = File.OpenRead(PathOf("expected.json"));
        var answers = JsonSerializer.Deserialize<Dictionary<string, ExpectedAnswer>>(file, ByFieldName)!;
        return new(answers, StringComparer.Ordinal);
    }
}
