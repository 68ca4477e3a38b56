using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Generation;

/// <summary>
/// The contract's executable specification, where somebody laid it beside the project. It judges many plans in one run, because
/// starting Python takes longer than judging.
/// </summary>
internal static class ReferenceScript
{
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

    /// <summary>One plan to judge, and row prices of which to compute the bound.</summary>
    public sealed record Case(Problem Problem, IReadOnlyList<(IReadOnlyList<Choice> Selected, IReadOnlyDictionary<string, double> Prices)> Plans);

    /// <summary>What the script says of one plan: broken rows, worth, and the bound that the prices prove.</summary>
    public sealed record Answer(IReadOnlyList<string> Broken, double Worth, double Bound);

    /// <summary>One answer per plan, in order. Skips the test where the script or Python is missing.</summary>
    public static IReadOnlyList<Answer> Judge(IEnumerable<Case> cases)
    {
        if (Find() is not { } script)
        {
            Assert.Skip("koers_reference.py is not beside the project");
            return [];
        }
        var folder = Directory.CreateTempSubdirectory("koers-reference-");
        try
        {
            var (driver, input) = (Path.Combine(folder.FullName, "driver.py"), Path.Combine(folder.FullName, "cases.json"));
            File.WriteAllText(driver, Driver);
            File.WriteAllText(input, new JsonArray([.. cases.Select(Json)]).ToJsonString());
            return JsonSerializer.Deserialize<List<Answer>>(Run(driver, script, input), JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "shared", "contract", "koers_reference.py");
            if (File.Exists(script))
                return script;
        }
        return null;
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

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1"; // the script may stand in a folder that cannot be written
        try
        {
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.True(python.ExitCode == 0, errors.Result);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            return "[]";
        }
    }
}
