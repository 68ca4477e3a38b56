namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers risk</c>.</summary>
internal static class EnglishRisk
{
    public static RiskTexts Texts { get; } = new()
    {
        Command = "Say how likely a plan stays within its means, by simulation.",
        Example = "how likely does the plan hold?",
        ExampleJson = "the same, for a script",
        PlanFile = "The plan to simulate (koers-plan/1); - reads it from standard input.",
        Runs = "Number of runs, 1 to 1,000,000. Default 10000.",
        BadRuns = "{0} \"{1}\" is not a number of runs; expected a whole number from 1 to {2}.",
        Simulating = "Simulating a plan of {0}",
        StepsOf = "{0} of {1} runs",

        Holds = "The chance that no budget and no capacity is ever exceeded is {0} (95% sure: {1} to {2}).",
        BreaksRules = "The plan breaks rules even as planned: see koers check.",
        RunsDone = "From {0} run with seed {1}.|From {0} runs with seed {1}.",
        RunsCutShort = "Stopped early: from {0} of {1} runs with seed {2}.",
        FewRunsKept = "Buffers are from the first {0} runs.",
        Assumed = "Assumed, because the problem does not say it:",
        RangesAssumed = "Spend {0}, people {1} and duration {2} of what is planned (triangular). These are general figures, not those of your "
            + "work: give ranges under \"analysis\" in the problem.",
        Correlated = "Initiatives with the same {0} fare alike, with a correlation of {1}.",
        NotCorrelated = "Each initiative fares by itself.",

        Budgets = "Chance that a budget is exceeded",
        BudgetLegend = "±: how exactly the chance is known (95%). Spare: what the plan leaves. Mean: excess, mean over all runs. Buffer: what to "
            + "add so that it is enough in 80% or 95% of the runs.",
        Capacities = "Chance that a capacity is exceeded",
        CapacityLegend = "Per capacity the chance in each period from {0} to {1} ({2}), the period in which it is highest, and the buffer that "
            + "this period needs. See --all for every period.",
        CapacityLegendAll = "What can be hired is counted in.",
        Chance = "Chance",
        Spare = "Spare",
        Expected = "Mean",
        Buffer = "{0} buffer",
        AllYears = "all",
        AllPeriods = "all",
        PerPeriod = "Per period",
        AtMost = "Most in",
        Postponed = "Slipping work spends money after {0} that is in no figure above; on average {1}.",
        PostponedItem = "{0} of {1}",

        Value = "Value",
        ValueMean = "Planned {0}; expected {1} (± {2}).",
        ValueOfOne = "Planned {0}; in the one run {1}. How far the mean lies from that, one run does not tell.",
        ValueRange = "In 90% of the runs from {0} to {1}.",
        NoValueRange = "Between which values 90% of the runs lie takes at least {0} runs: see --runs.",
        HistogramLegend = "How often which value came out. A line counts the runs from its value up to that of the next; the last up to the highest.",
        MoneyDrivers = "What drives the excess of money",
        PeopleDrivers = "What drives the excess of people",
        DriverLegend = "Share of the excess above plan, and the mean amount of it.",
        BudgetsTogether = "All budgets are added up as the file counts them; where their units differ, look at them one by one in --json.",
        CapacitiesTogether = "All capacities are added up as the file counts them; where their units differ, look at them one by one in --json.",
        Hiring = "Hiring",
        Late = "Finishing late ({0} of {1} may)",
        NobodyLate = "Nothing finishes late.",
        LateChance = "Chance",
        Waits = "Waiting",
        PlannedEnd = "Planned",
        LateEnd = "If late, mean",
    };
}
