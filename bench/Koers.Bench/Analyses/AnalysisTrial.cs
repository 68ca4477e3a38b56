using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Koers.Bench.Contests;
using Koers.Bench.Reports;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Bench.Analyses;

/// <summary>All analyses of one problem, each as a user would ask it.</summary>
/// <param name="koers">The command line.</param>
/// <param name="file">The problem.</param>
/// <param name="longer">Seconds of planning that plans of analyses are held against.</param>
internal sealed class AnalysisTrial(KoersCommand koers, string file, double longer)
{
    private const int Explained = 3;
    private const int VectorsChecked = 4;
    private const int FrontierPoints = 30;
    private static readonly int[] FrontierChecked = [0, 15, 30];
    private readonly Problem _problem = ProblemReader.ReadFile(file).Required();
    private readonly string _instance = Path.GetFileNameWithoutExtension(file);

    /// <param name="Line">The row of the table.</param>
    internal sealed record Row(string Line);

    public async IAsyncEnumerable<Row> Run([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var scratch = new ScratchFolder();
        var planFile = Path.Combine(scratch.Path, "plan.json");
        await koers.Value(file, longer, cancellation, planFile);
        var plan = PlanReader.ReadFile(planFile).Required();
        foreach (var id in LeftOut(plan))
            yield return await Explain(id, planFile, scratch.Path, cancellation);
        yield return await Frontier(scratch.Path, cancellation);
        yield return await Timed("silos by department", ["silos", file, "--by", "department"], _ => "", cancellation);
        yield return await Timed("prices", ["prices", file, planFile], _ => "", cancellation);
        yield return await Timed("risk, 10,000 runs", ["risk", file, planFile, "--runs", "10000"], _ => "", cancellation);
        yield return await Replan(plan, planFile, scratch.Path, cancellation);
        yield return await Robust(scratch.Path, cancellation);
    }

    /// <summary>Initiatives outside the plan, spread over the file.</summary>
    private IEnumerable<InitiativeId> LeftOut(Plan plan)
    {
        var chosen = plan.Selected.Select(c => c.Initiative).ToHashSet();
        var outside = _problem.Initiatives.Where(i => !chosen.Contains(i.Id)).ToList();
        return Enumerable.Range(0, Explained).Select(k => outside[((2 * k) + 1) * outside.Count / (2 * Explained)].Id).Distinct();
    }

    private async Task<Row> Explain(InitiativeId id, string planFile, string folder, CancellationToken cancellation)
    {
        var (seconds, answer, complaint) = await koers.Run(["explain", file, planFile, "--initiative", id.Value], cancellation);
        using (answer)
        {
            var found = Number(answer?.RootElement, "with", "value");
            var alone = await koers.Value(
                ChangedProblems.Write(ChangedProblems.Forced(_problem, id), folder, "forced"), longer, cancellation);
            return Line($"explain {id}", seconds, Behind(found, alone), answer is null ? complaint : "");
        }
    }

    private async Task<Row> Frontier(string folder, CancellationToken cancellation)
    {
        var (seconds, answer, complaint) = await koers.Run(
            ["frontier", file, "--all-budgets", "--from", "50%", "--to", "150%", "--points", $"{FrontierPoints}"], cancellation);
        using (answer)
        {
            if (answer is null)
                return Line("frontier, 30 points", seconds, "", complaint);
            var points = answer.RootElement.GetProperty("points").EnumerateArray().ToList();
            var behind = new List<string>();
            foreach (var n in FrontierChecked.Where(n => n < points.Count))
            {
                var factor = points[n].GetProperty("factor").GetDouble();
                var alone = await koers.Value(
                    ChangedProblems.Write(ChangedProblems.Scaled(_problem, factor), folder, "scaled"), longer, cancellation);
                behind.Add(string.Create(CultureInfo.InvariantCulture, $"{factor:0%}: {Behind(Number(points[n], "value"), alone)}"));
            }
            return Line("frontier, 30 points", seconds, string.Join("; ", behind), "");
        }
    }

    private async Task<Row> Replan(Plan plan, string planFile, string folder, CancellationToken cancellation)
    {
        var slipped = ChangedProblems.Write(ChangedProblems.Slipped(_problem, plan, periods: 2), folder, "slipped");
        var kept = Path.Combine(folder, "replanned-problem.json");
        var (seconds, answer, complaint) = await koers.Run(
            ["replan", slipped, "--reference", planFile, "--out-problem", kept], cancellation);
        using (answer)
        {
            var found = Number(answer?.RootElement, "plan", "value");
            var alone = File.Exists(kept) ? await koers.Value(kept, longer, cancellation) : null;
            return Line("replan, five slipped two quarters", seconds, Behind(found, alone), answer is null ? complaint : "");
        }
    }

    private async Task<Row> Robust(string folder, CancellationToken cancellation)
    {
        var name = $"robust, order of {_problem.Goals.Count} goals, 500 vectors";
        var order = string.Join(',', _problem.Goals.OrderByDescending(g => g.Weight).Select(g => g.Id));
        var (seconds, answer, complaint) = await koers.Run(["robust", file, "--order", order, "--samples", "500"], cancellation);
        using (answer)
        {
            if (answer is null)
                return Line(name, seconds, "", complaint);
            var vectors = answer.RootElement.GetProperty("vectors").EnumerateArray().ToList();
            var behind = new List<string>();
            for (var k = 0; k < VectorsChecked; k++)
            {
                var vector = vectors[((2 * k) + 1) * vectors.Count / (2 * VectorsChecked)];
                var weights = _problem.Goals.Zip(vector.GetProperty("weights").EnumerateArray().Select(w => w.GetDouble()))
                    .ToDictionary(pair => pair.First.Id, pair => pair.Second);
                var weighted = ChangedProblems.Weighted(_problem, goal => weights[goal]);
                var alone = await koers.Value(ChangedProblems.Write(weighted, folder, "weighted"), longer, cancellation);
                behind.Add(Behind(Number(vector, "value"), alone));
            }
            var unplanned = answer.RootElement.GetProperty("unplanned").GetInt32();
            return Line(name, seconds, string.Join("; ", behind), $"{vectors.Count} vectors, {unplanned} not planned by themselves");
        }
    }

    private async Task<Row> Timed(string name, string[] arguments, Func<JsonElement, string> more, CancellationToken cancellation)
    {
        var (seconds, answer, complaint) = await koers.Run(arguments, cancellation);
        using (answer)
            return Line(name, seconds, "", answer is null ? complaint : more(answer.RootElement));
    }

    private Row Line(string name, double seconds, string behind, string more) =>
        new($"| {_instance} | {name} | {Figures.Seconds(seconds)} | {behind} | {more} |");

    /// <summary>Below zero where the analysis found less than planning longer.</summary>
    private static string Behind(double? found, double? alone) => found is { } f && alone is { } a
        ? string.Create(CultureInfo.InvariantCulture, $"{(f - a) / Math.Max(1e-9, Math.Abs(a)):+0.00%;-0.00%}") : "–";

    private static double? Number(JsonElement? from, params ReadOnlySpan<string> path)
    {
        if (from is not { } element)
            return null;
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        return element.ValueKind == JsonValueKind.Number ? element.GetDouble() : null;
    }
}
