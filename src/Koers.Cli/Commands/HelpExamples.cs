using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>Examples of use, which the help shows.</summary>
internal static class HelpExamples
{
    public static IReadOnlyList<(string Line, string Text)> Of(Vocabulary vocabulary, string command) => command switch
    {
        "plan" =>
        [
            ("koers plan town.json", vocabulary.Commands.ExamplePlan),
            ("koers plan town.json --time-limit 10m --gap 0.5% --out plan.json", vocabulary.Commands.ExamplePlanOut),
            ("koers plan town.json --deterministic --seed 7", vocabulary.Commands.ExamplePlanDeterministic),
            ("cat town.json | koers plan - --quiet --json | jq .value", vocabulary.Commands.ExamplePlanJson),
        ],
        "check" =>
        [
            ("koers check town.json plan.json", vocabulary.Commands.ExampleCheck),
            ("koers check town.json plan.json --json", vocabulary.Commands.ExampleCheckJson),
        ],
        "compare" =>
        [
            ("koers compare old.json new.json --problem town.json", vocabulary.Commands.ExampleCompare),
            ("koers compare old.json new.json --problem town.json --json", vocabulary.Commands.ExampleCompareJson),
        ],
        "validate" =>
        [
            ("koers validate town.json", vocabulary.Commands.ExampleValidate),
            ("koers validate town.json --json", vocabulary.Commands.ExampleValidateJson),
        ],
        "export-mps" => [("koers export-mps town.json town.mps", vocabulary.Commands.ExampleExportMps)],
        "explain" => [("koers explain town.json plan.json --initiative brug", vocabulary.Explain.Example), ("koers explain town.json plan.json --initiative brug --json", vocabulary.Explain.ExampleJson)],
        "prices" => [("koers prices town.json plan.json", vocabulary.Prices.Example), ("koers prices town.json plan.json --json", vocabulary.Prices.ExampleJson)],
        "silos" => [("koers silos town.json --by department", vocabulary.Silos.Example), ("koers silos town.json --by department --json", vocabulary.Silos.ExampleJson)],
        "frontier" => [("koers frontier town.json --budget investering --from 50% --to 150%", vocabulary.Frontier.Example), ("koers frontier town.json --budget investering --from 50% --to 150% --json", vocabulary.Frontier.ExampleJson)],
        "robust" => [("koers robust town.json", vocabulary.Robust.Example), ("koers robust town.json --json", vocabulary.Robust.ExampleJson)],
        "risk" => [("koers risk town.json plan.json --runs 10000", vocabulary.Risk.Example), ("koers risk town.json plan.json --runs 10000 --json", vocabulary.Risk.ExampleJson)],
        "replan" => [("koers replan town.json --reference plan.json --freeze 2", vocabulary.Replan.Example), ("koers replan town.json --reference plan.json --freeze 2 --json", vocabulary.Replan.ExampleJson)],
        "repair" => [("koers repair town.json", vocabulary.Repair.Example), ("koers repair town.json --json", vocabulary.Repair.ExampleJson)],
        "db" or "migrate" => [("koers db migrate", vocabulary.Register.ExampleMigrate), ("koers db migrate --database postgres://koers@db/koers", vocabulary.Register.ExampleMigratePostgreSql)],
        "worker" => [("koers worker --database postgres://koers@db/koers", vocabulary.Register.ExampleWorker)],
        "user" or "add" or "list" => [("koers user add beheer --role beheerder", vocabulary.User.ExampleAdd), ("koers user add hoofd-ruimte --role afdelingshoofd --department ruimte --password-stdin < password.txt", vocabulary.User.ExampleAddStdin), ("koers user list --csv > rechten.csv", vocabulary.User.ExampleList)],
        "serve" => [("koers serve --migrate", vocabulary.Serve.ExampleServe), ("koers serve --settings /etc/koers.json", vocabulary.Serve.ExampleServeFile)],
        "demo" => [("koers demo", vocabulary.Serve.ExampleDemo), ("koers demo --database demo.db --no-serve", vocabulary.Serve.ExampleDemoFill)],
        "audit" or "verify" => [("koers audit verify", vocabulary.Register.ExampleVerify), ($"koers audit verify --after 1204:{new string('a', 8)}…", vocabulary.Register.ExampleAfter)],
        "export" => [("koers export register.zip", vocabulary.Exchange.ExampleExport), ("koers audit export --format jsonl", vocabulary.Register.ExampleExport)],
        "schedule" => [("koers schedule export planning.xml", vocabulary.Elsewhere.ExampleExport), ("koers schedule compare planning.xml", vocabulary.Elsewhere.ExampleCompare)],
        "run" => [("koers run problem town.json", vocabulary.Elsewhere.ExampleProblem), ("koers run add plan.json", vocabulary.Elsewhere.ExampleAdd)],
        "import" => [("koers import register.zip --database new.db", vocabulary.Exchange.ExampleImport)],
        "backup" => [("koers backup koers-backup.db", vocabulary.Exchange.ExampleBackup)],
        "restore" => [("koers restore koers-backup.db --replace", vocabulary.Exchange.ExampleRestore)],
        _ =>
        [
            ("koers plan town.json", vocabulary.Commands.ExamplePlan),
            ("koers check town.json plan.json", vocabulary.Commands.ExampleCheck),
            ("koers validate town.json", vocabulary.Commands.ExampleValidate),
        ],
    };
}
