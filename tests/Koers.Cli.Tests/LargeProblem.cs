using System.Text;

namespace Koers.Cli.Tests;

/// <summary>Problems of any size, all initiatives alike but for their numbers.</summary>
internal static class LargeProblem
{
    public static string Json(int initiatives, bool mandatory = false)
    {
        var json = new StringBuilder("""
            {"format":"koers-problem/1","name":"Grote stad","horizon":{"start":"2027-07-01","periods":16,"periodsPerYear":4},
            "goals":[{"id":"g","name":"Doel","weight":1}],
            "budgets":[{"id":"b","name":"Budget","perYear":[4000,4000,4000,4000]}],
            "capacities":[
            """);
        var fte = string.Join(',', Enumerable.Repeat("40", 16));
        json.AppendJoin(',', Enumerable.Range(0, 20).Select(c => $$"""{"id":"c{{c}}","name":"Team {{c}}","perPeriod":[{{fte}}]}"""));
        json.Append("],\"initiatives\":[").AppendJoin(',', Enumerable.Range(0, initiatives).Select(i => Initiative(i, mandatory)));
        return json.Append("]}").ToString();
    }

    private static string Initiative(int i, bool mandatory) => $$"""
        {"id":"i{{i}}","name":"Initiatief nummer {{i}}","labels":{"department":"Afdeling {{i % 7}}"},"mandatory":{{(mandatory ? "true" : "false")}},
        "variants":[{"id":"basis","duration":{{1 + (i % 5)}},"spend":{"b":[{{10 + (i * 7 % 31)}}]},
        "effort":{"c{{i % 20}}":[1]},"contribution":{"g":{{1 + (i % 13)}} } }]}
        """;
}
