using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Samples;
using Xunit;

namespace Koers.Planning.Tests;

/// <summary>The contract's executable specification, where somebody laid it beside the project. Without it, or without Python, the test
/// that asks for it is skipped.</summary>
internal static class ReferenceScript
{
    /// <summary>Judges many plans in one run, because starting Python takes longer than judging.</summary>
    private const string Driver = """
        import importlib.util, json, sys
        spec = importlib.util.spec_from_file_location("koers_reference", sys.argv[1])
        reference = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(reference)
        answers = []
        for case in json.load(open(sys.argv[2])):
            problem = reference.Problem(case["problem"])
            objective, constant = problem.objective()
            for plan in case["plans"]:
                values = reference.complete(problem, plan["selected"])
                answers.append({
                    "broken": [name for name, _, _ in reference.violations(problem, values)],
                    "worth": constant + sum(objective.get(n, 0.0) * v for n, v in values.items()),
                    "bound": reference.certified_bound(problem, plan["prices"])})
        json.dump(answers, sys.stdout)
        """;

    private static readonly string? Script = SampleFiles.FindAbove("shared", "contract", "koers_reference.py");

    /// <summary>One plan to judge, and row prices of which to compute the bound.</summary>
    public sealed record Case(
        Problem Problem, IReadOnlyList<(IReadOnlyList<Choice> Selected, IReadOnlyDictionary<string, double> Prices)> Plans);

    /// <summary>What the script says of one plan: broken rows, worth, and the bound that the prices prove.</summary>
    public sealed record Answer(IReadOnlyList<string> Broken, double Worth, double Bound);

    /// <summary>One answer per plan, in order.</summary>
    public static async Task<IReadOnlyList<Answer>> Judge(IEnumerable<Case> cases, CancellationToken cancelled)
    {
        using var folder = new ScratchFolder();
        var driver = folder.With("driver.py", Driver);
        var input = folder.With("cases.json", new JsonArray([.. cases.Select(Json)]).ToJsonString());
        var (status, output, errors) = await Run(cancelled, driver, Found, input);
        Assert.True(status == 0, errors);
        return JsonSerializer.Deserialize<List<Answer>>(output, JsonSerializerOptions.Web)!;
    }

    /// <summary>Asserts that the script finds a plan of a sample, as it is written to a file, in order.</summary>
    public static async Task Accepts(string sample, Plan plan, CancellationToken cancelled)
    {
        using var folder = new ScratchFolder();
        var file = folder["plan.json"];
        PlanWriter.WriteFile(file, plan);
        var (status, output, errors) = await Run(cancelled, Found, "check", SampleFiles.PathOf(sample), file);
        Assert.True(status == 0, $"{sample}: {output}{errors}");
    }

    private static string Found
    {
        get
        {
            Assert.SkipWhen(Script is null, "The reference script of the contract is not beside the project.");
            return Script!;
        }
    }

    private static JsonObject Json(Case one) => new()
    {
        ["problem"] = JsonNode.Parse(ProblemWriter.ToBytes(one.Problem)),
        ["plans"] = new JsonArray([.. one.Plans.Select(plan => new JsonObject
        {
            ["selected"] = new JsonArray([.. plan.Selected.Select(c => new JsonObject
            {
                ["initiative"] = c.Initiative.Value,
                ["variant"] = c.Variant.Value,
                ["start"] = c.Start,
            })]),
            ["prices"] = new JsonObject(plan.Prices.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
        })]),
    };

    private static async Task<(int Status, string Output, string Errors)> Run(CancellationToken cancelled, params string[] arguments)
    {
        using var python = Start(arguments);
        var errors = python.StandardError.ReadToEndAsync(cancelled);
        var output = await python.StandardOutput.ReadToEndAsync(cancelled);
        await python.WaitForExitAsync(cancelled);
        return (python.ExitCode, output, await errors);
    }

    private static Process Start(string[] arguments)
    {
        // -B: the script may stand in a folder that cannot be written
        var start = new ProcessStartInfo("python3", ["-B", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }
    }

    private sealed class ScratchFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("koers-reference-");

        public string this[string file] => Path.Combine(_folder.FullName, file);

        public string With(string file, string text)
        {
            File.WriteAllText(this[file], text);
            return this[file];
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
