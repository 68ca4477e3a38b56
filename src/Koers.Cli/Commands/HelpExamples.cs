using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>Examples of use, which the help shows.</summary>
internal static class HelpExamples
{
    public static IReadOnlyList<(string Line, string Text)> Of(CommandTexts texts, string command) => command switch
    {
        "plan" =>
        [
            ("koers plan town.json", texts.ExamplePlan),
            ("koers plan town.json --time-limit 10m --gap 0.5% --out plan.json", texts.ExamplePlanOut),
            ("koers plan town.json --deterministic --seed 7", texts.ExamplePlanDeterministic),
            ("cat town.json | koers plan - --quiet --json | jq .value", texts.ExamplePlanJson),
        ],
        "check" =>
        [
            ("koers check town.json plan.json", texts.ExampleCheck),
            ("koers check town.json plan.json --json", texts.ExampleCheckJson),
        ],
        "compare" =>
        [
            ("koers compare old.json new.json --problem town.json", texts.ExampleCompare),
            ("koers compare old.json new.json --problem town.json --json", texts.ExampleCompareJson),
        ],
        "validate" =>
        [
            ("koers validate town.json", texts.ExampleValidate),
            ("koers validate town.json --json", texts.ExampleValidateJson),
        ],
        "export-mps" => [("koers export-mps town.json town.mps", texts.ExampleExportMps)],
        _ =>
        [
            ("koers plan town.json", texts.ExamplePlan),
            ("koers check town.json plan.json", texts.ExampleCheck),
            ("koers validate town.json", texts.ExampleValidate),
        ],
    };
}
