using Koers.App.Requests;
using Koers.Domain.Runs;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;

namespace Koers.App.Runs;

/// <summary>What must hold of what is asked of a run, whatever the problem.</summary>
internal static class RunCheck
{
    public const double LongestSeconds = 3600;
    private const int MostOthers = 8;
    private const double MostMeans = 10;

    /// <summary>Kinds that look into the plan of another run.</summary>
    private static readonly RunKind[] NeedPlan = [RunKind.Explain, RunKind.Prices, RunKind.Risk, RunKind.Compare];

    /// <summary>Kinds that can take problem and plan of another run.</summary>
    private static readonly RunKind[] TakePlan = [.. NeedPlan, RunKind.Robust];

    public static void Gather(RunInput input, InputCheck check)
    {
        check.That(
            input.Run is not null || !NeedPlan.Contains(input.Kind), "/run", "Noem de run met het plan waar dit over gaat.",
            "Name the run with the plan that this is about.");
        check.That(
            input.Run is null || TakePlan.Contains(input.Kind), "/run", $"Een run van de soort {Words.Dutch(input.Kind)} gaat niet over een plan.",
            $"A run of the kind {Words.English(input.Kind)} is not about a plan.");
        check.That(
            input.Run is null || (input.Scenario is null && input.Frames == FramesAsked.InForce), "/run",
            "Met een run erbij staat het probleem vast; noem dan geen scenario of kaders.",
            "With a run the problem is fixed; then name no scenario or frames.");
        check.That(
            input.Scenario is null || input.Frames == FramesAsked.InForce, "/kaders", "Een scenario heeft zijn eigen kaders.",
            "A scenario has frames of its own.");
        Foreign(input, check);
        Ranges(input.Options, check);
        Kinds(input, check);
    }

    private static void Kinds(RunInput input, InputCheck check)
    {
        var options = input.Options;
        if (input.Kind == RunKind.Explain)
            check.Line(options.Initiative, "/opties/initiatief", 40);
        if (input.Kind == RunKind.Silos)
        {
            check.Line(options.Label, "/opties/label", 200);
            check.That(
                options.Shares is null || options.Division is null or DivisionAsked.Historic, "/opties/verdeling",
                "Aandelen horen bij de historische verdeling.", "Shares belong to the historic division.");
        }

        if (input.Kind == RunKind.Frontier)
        {
            check.That(
                (options.Budgets?.Count ?? 0) + (options.Pools?.Count ?? 0) > 0, "/opties/budgetten", "Noem ten minste één budget of pool.",
                "Name at least one budget or pool.");
            var defaults = new FrontierSettings();
            check.That(
                (options.From ?? defaults.From) < (options.To ?? defaults.To), "/opties/tot", "Tot moet meer zijn dan van.", "Tot must be more than van.");
        }

        if (input.Kind == RunKind.Compare)
            Others(input, check);
    }

    private static void Others(RunInput input, InputCheck check)
    {
        if (!check.That(
            input.Options.OtherRuns is { Count: >= 1 and <= MostOthers }, "/opties/andereRuns", $"Noem 1 tot en met {MostOthers} andere runs.",
            $"Name 1 to {MostOthers} other runs."))
            return;
        var seen = new HashSet<int>();
        foreach (var (i, other) in input.Options.OtherRuns!.Index())
        {
            check.That(
                other != input.Run, $"/opties/andereRuns/{i}", $"Run {other} vergelijken met zichzelf zegt niets; kies een andere run.",
                $"Comparing run {other} with itself says nothing; choose another run.");
            check.That(seen.Add(other), $"/opties/andereRuns/{i}", $"Run {other} staat er al bij.", $"Run {other} is there already.");
        }
    }

    private static void Ranges(RunOptions options, InputCheck check)
    {
        void Range(double? number, string name, double lowest, double highest)
        {
            if (number is { } given)
                check.Range(given, "/opties/" + name, lowest, highest);
        }

        Range(options.TimeLimit, "tijdslimiet", 1, LongestSeconds);
        Range(options.Gap, "marge", 0, 1);
        Range(options.Seed, "zaad", 0, int.MaxValue);
        Range(options.Relief, "verlichting", 1e-9, 1);
        Range(options.Confirm, "bevestigen", 0, 1000);
        Range(options.From, "van", 0, MostMeans);
        Range(options.To, "tot", 0, MostMeans);
        Range(options.Points, "punten", 2, 200);
        Range(options.Spread, "spreiding", 0, 1);
        Range(options.Vectors, "vectoren", 1, 100_000);
        Range(options.Draws, "trekkingen", 1, RiskSettings.MostRuns);
        Range(options.Freeze, "bevriezen", 0, Domain.Frames.PlanningSettings.MostQuarters);
        Range(options.DropPenalty, "boeteVervallen", 0, FormatLimits.Magnitude);
        Range(options.AddPenalty, "boeteNieuw", 0, FormatLimits.Magnitude);
        Range(options.ShiftPenalty, "boeteVerschuiven", 0, FormatLimits.Magnitude);
        Range(options.VariantPenalty, "boeteVariant", 0, FormatLimits.Magnitude);
        Range(options.Conflicts, "conflicten", 1, 1000);
    }

    /// <summary>An option of another kind would be ignored silently.</summary>
    private static void Foreign(RunInput input, InputCheck check)
    {
        var o = input.Options;
        foreach (var (name, isGiven, kinds) in ((string, bool, RunKind[])[])
        [
            ("tijdslimiet", o.TimeLimit is not null, [.. Enum.GetValues<RunKind>().Except([RunKind.Compare])]),
            ("marge", o.Gap is not null, [RunKind.Plan, RunKind.Frontier]),
            ("initiatief", o.Initiative is not null, [RunKind.Explain]),
            ("verlichting", o.Relief is not null, [RunKind.Prices]),
            ("bevestigen", o.Confirm is not null, [RunKind.Prices]),
            ("label", o.Label is not null, [RunKind.Silos]),
            ("verdeling", o.Division is not null, [RunKind.Silos]),
            ("aandelen", o.Shares is not null, [RunKind.Silos]),
            ("budgetten", o.Budgets is not null, [RunKind.Frontier]),
            ("pools", o.Pools is not null, [RunKind.Frontier]),
            ("van", o.From is not null, [RunKind.Frontier]),
            ("tot", o.To is not null, [RunKind.Frontier]),
            ("punten", o.Points is not null, [RunKind.Frontier]),
            ("volgorde", o.Order is not null, [RunKind.Robust]),
            ("spreiding", o.Spread is not null, [RunKind.Robust]),
            ("vectoren", o.Vectors is not null, [RunKind.Robust]),
            ("trekkingen", o.Draws is not null, [RunKind.Risk]),
            ("bevriezen", o.Freeze is not null, [RunKind.Replan]),
            ("boeteVervallen", o.DropPenalty is not null, [RunKind.Replan]),
            ("boeteNieuw", o.AddPenalty is not null, [RunKind.Replan]),
            ("boeteVerschuiven", o.ShiftPenalty is not null, [RunKind.Replan]),
            ("boeteVariant", o.VariantPenalty is not null, [RunKind.Replan]),
            ("conflicten", o.Conflicts is not null, [RunKind.Repair]),
            ("magOpgeven", o.MayGiveUp is not null, [RunKind.Repair]),
            ("andereRuns", o.OtherRuns is not null, [RunKind.Compare]),
        ])
            check.That(
                !isGiven || kinds.Contains(input.Kind), "/opties/" + name, $"Een run van de soort {Words.Dutch(input.Kind)} heeft deze optie niet.",
                $"A run of the kind {Words.English(input.Kind)} has no such option.");
    }
}
