using System.Text;
using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>A small problem with every field of the format, and ways to break it.</summary>
internal static class Sample
{
    public const string Problem = """
        {
          "format": "koers-problem/1",
          "name": "Voorbeeld",
          "horizon": { "start": "2027-01-01", "periods": 8, "periodsPerYear": 4 },
          "value": { "discountPerYear": 0.0225, "tailPeriods": 4, "normalise": false },
          "goals": [
            { "id": "woningen", "name": "Meer woningen", "weight": 0.6, "cap": 50 },
            { "id": "groen", "weight": 0.4 }
          ],
          "budgets": [
            { "id": "investering", "name": "Investeringen", "perYear": [100, 120.5], "carryOver": true },
            { "id": "exploitatie", "perYear": [50, 50] }
          ],
          "capacities": [
            {
              "id": "civiele techniek", "name": "Civiele techniek", "perPeriod": [2, 2, 2, 2, 2, 2, 2, 2], "reserve": 0.1,
              "hire": { "maxPerPeriod": 1, "price": 30, "budget": "exploitatie" }
            }
          ],
          "initiatives": [
            {
              "id": "brug", "name": "Brug", "labels": { "afdeling": "ruimte", "gebied": "noord" }, "mandatory": true,
              "variants": [
                {
                  "id": "basis", "duration": 2, "earliestStart": 1, "latestStart": 5,
                  "spend": { "investering": [10, 20] }, "spendAfter": { "exploitatie": 0.5 },
                  "effort": { "civiele techniek": [0.5, 0.5] }, "contribution": { "woningen": 12, "groen": -1 },
                  "success": 0.9, "effect": { "profile": [0, 0.25], "after": 0.75 }
                },
                { "id": "sober", "duration": 1 }
              ]
            },
            { "id": "park", "labels": { "afdeling": "groen" }, "variants": [{ "id": "basis", "duration": 3, "earliestStart": -2 }] },
            { "id": "school", "variants": [{ "id": "basis", "duration": 4 }] }
          ],
          "relations": [
            { "id": "r1", "type": "dependsOn", "before": "brug", "after": "park", "lag": 1 },
            { "id": "r1", "type": "before", "before": "brug", "after": "school", "lag": -1 },
            { "id": "r2", "type": "requires", "initiative": "park", "requires": "brug" },
            { "id": "r3", "type": "excludes", "initiatives": ["park", "school"] },
            { "id": "r4", "type": "together", "initiatives": ["park", "brug"] },
            { "id": "r5", "type": "group", "initiatives": ["park", "brug", "school"], "min": 1, "max": 2 },
            { "id": "r6", "type": "synergy", "initiatives": ["park", "brug"], "value": -1.5 }
          ],
          "frames": [
            { "id": "f1", "name": "Groen", "type": "goalFloor", "goal": "groen", "min": -5 },
            {
              "id": "f2", "type": "spend", "where": { "gebied": "noord" }, "budgets": ["investering"], "years": [0, 1],
              "min": 1, "max": 90
            },
            { "id": "f3", "type": "spendShare", "where": { "afdeling": ["ruimte", "groen"] }, "min": 0.1, "max": 0.9 },
            { "id": "f4", "type": "count", "min": 1, "max": 3 },
            { "id": "f5", "type": "concurrent", "where": {}, "max": 2 },
            { "id": "f6", "type": "starts", "max": 2 },
            { "id": "f7", "type": "effort", "capacity": "civiele techniek", "max": 1.5 },
            { "id": "f8", "type": "risk", "max": 10 }
          ],
          "reference": {
            "plan": [{ "initiative": "brug", "variant": "basis", "start": 2 }],
            "dropPenalty": 1, "addPenalty": 2, "shiftPenalty": 0.1, "variantPenalty": 0.5
          }
        }
        """;

    /// <summary>What only analyses use, of the same problem.</summary>
    public const string Analysis = """
        {
          "weights": { "order": ["woningen", "groen"], "between": { "woningen": [0.4, 0.8], "groen": [0.25, 0.6] } },
          "ranges": { "cost": [0.9, 1, 1.4], "score": [0.7, 1, 1.2] },
          "initiatives": {
            "brug": { "cost": [0.95, 1.05, 1.6], "effort": [1, 1.1, 1.5], "duration": [1, 1, 1.5], "shape": "lognormal" },
            "school": { "score": [0.5, 1, 1], "shape": "triangular" }
          },
          "correlation": { "label": "afdeling", "strength": 0.4 },
          "shares": [
            { "label": "afdeling", "value": "ruimte", "budgets": { "investering": 0.6 }, "capacities": { "civiele techniek": 0.5 } },
            { "label": "afdeling", "value": "groen", "budgets": { "investering": 0.4, "exploitatie": 1 } },
            { "label": "gebied", "value": "noord", "budgets": { "investering": 1 } }
          ],
          "relaxationPrices": { "budget/investering": 0.5, "frame/f1": 2, "mandatory/brug": 100, "dependsOn/r1": 3 }
        }
        """;

    public const string Plan = """
        {
          "format": "koers-plan/1",
          "status": "feasible",
          "selected": [{ "initiative": "brug", "variant": "basis", "start": 2 }],
          "value": 10, "bound": 11, "gap": 0.1,
          "certificate": { "bound": 11, "prices": { "budget/investering/0": 0.5 } },
          "conflict": [], "seconds": 1.5, "engine": "koers 0.1.0"
        }
        """;

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>The sample as read; each call its own.</summary>
    public static Problem Read() => ProblemReader.Read(Utf8(Problem)).Required();

    /// <summary>The sample with what analyses use, as text.</summary>
    public static string WithAnalysis { get; } = $"{Problem[..Problem.LastIndexOf('}')]}, \"analysis\": {Analysis} }}";

    /// <summary>What reading says of the sample with what analyses use, with one thing of that changed.</summary>
    public static IReadOnlyList<Fault> AnalysisFaults(Action<JsonNode> change) => Faults(p =>
    {
        p["analysis"] = JsonNode.Parse(Analysis);
        change(p["analysis"]!);
    });

    /// <summary>What reading says of the sample with one thing changed.</summary>
    public static IReadOnlyList<Fault> Faults(Action<JsonNode> change)
    {
        var sample = JsonNode.Parse(Problem)!;
        change(sample);
        var read = ProblemReader.Read(Utf8(sample.ToJsonString()));
        Assert.Equal(read.Value is null, read.Faults.Any(f => f.Severity == Severity.Error));
        return read.Faults;
    }

    /// <summary>The change leads to one error, there, with this text.</summary>
    public static void Refuses(Action<JsonNode> change, string pointer, string line) => One(Severity.Error, Faults(change), pointer, line);

    /// <summary>The change leads to one warning, there, with this text.</summary>
    public static void WarnsOf(Action<JsonNode> change, string pointer, string line) =>
        One(Severity.Warning, Faults(change), pointer, line);

    /// <summary>The change leads to no fault at all.</summary>
    public static void Accepts(Action<JsonNode> change) => Assert.Empty(Faults(change));

    /// <summary>Among the faults is only this one.</summary>
    public static void One(Severity severity, IReadOnlyList<Fault> faults, string pointer, string line)
    {
        var fault = Assert.Single(faults);
        Assert.Equal(severity, fault.Severity);
        Assert.Equal(pointer, fault.JsonPointer);
        Assert.Equal(line, $"{fault.Message}; {fault.Expected}");
    }
}
