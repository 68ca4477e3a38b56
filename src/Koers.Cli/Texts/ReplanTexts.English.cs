namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers replan</c>.</summary>
internal static class EnglishReplan
{
    public static ReplanTexts Texts { get; } = new()
    {
        Command = "Plan again after something changed, with the least disturbance.",
        Example = "something changed: what now?",
        ExampleJson = "the same, for a script",

        ReferenceOption = "The plan held until now (koers-plan/1); - reads it from standard input.",
        FreezeOption = "Periods at the beginning that stay as they are: what starts there stays, nothing else starts there. Default 0.",
        DropOption = "Points for each initiative that drops out. Default: what the problem says, or half of what one is worth on average.",
        AddOption = "Points for each initiative that is new. Default: what the problem says, or a quarter.",
        ShiftOption = "Points for each period that a start moves. Default: what the problem says, or a twentieth.",
        VariantOption = "Points for each initiative that changes variant. Default: what the problem says, or a quarter.",
        OutOption = "Write the plan (koers-plan/1) to this file. It checks against the problem of --out-problem.",
        OutProblemOption = "Write the problem that was planned (koers-problem/1): with the reference, the penalties and what is frozen.",
        PointsValue = "points",
        PeriodsValue = "periods",

        BadPenalty = "{0} \"{1}\" is not a penalty; expected a number of points, zero or more, for example 2.5.",
        NoFreeze = "{0} \"{1}\" is not a number of periods; expected a whole number from 0 to {2}.",
        BadFreeze = "{0} {1}: the problem has no more than {2}; expected a whole number from 0 to {3}.",
        OtherProblem = "{0}: is a plan of another problem: {1} of its {2} initiatives are not in {3}, {4} for one. Give the plan that was made for "
            + "an earlier state of this problem.",
        OutTwice = "{0}: would be written twice; choose another name for the problem or the plan.",

        Title = "{0}: planned again",
        StillWorks = "The plan held until now ({0}) still keeps every rule.",
        NoLongerWorks = "The plan held until now ({0}) no longer works:",
        ImpossibleCount = "{0} choice is no longer possible as it was|{0} choices are no longer possible as they were",
        Breaks = "as near to it as can be, it breaks {0}",
        GoneCount = "{0} of its initiatives is no longer in the problem and is left out: {1}"
            + "|{0} of its initiatives are no longer in the problem and are left out: {1}",
        FrozenUntil = "Frozen until {0}: {1} that start before it keep variant and start, and nothing else starts before it.",
        FrozenCount = "{0} initiative|{0} initiatives",
        RunningCount = "Running work stays: {0} initiative.|Running work stays: {0} initiatives.",
        PenaltyLine = "A change costs: {0} points dropped, {1} new, {2} per {4} moved, {3} for another variant; {5}.",
        PenaltyAsked = "as asked",
        PenaltyOfProblem = "as the problem says",
        PenaltyDerived = "derived: 50%, 25%, 5% and 25% of {0}, what an initiative of that plan is worth on average",
        PenaltyMixed = "partly as asked; the rest from the problem or derived from {0}, what an initiative of that plan is worth on average",

        ValueLine = "The new plan is worth {0}; its changes cost {1}, which leaves {2}.",
        BoundLine = "No plan that keeps the rules and what is frozen leaves more than {0} ({1} better).",
        BestLine = "Proven best: no plan that keeps the rules and what is frozen leaves more.",
        NoBoundLine = "How much more another plan could leave is not known.",
        NothingChanges = "Nothing changes.",
        CountLine = "{0} of {1} stay as they were. {2}: {3} out, {4} in, {5} moved ({6} together), {7} in another variant.",
        Incomplete = "Time ran out, or it was stopped: there may be better plans, and the curve may lack points. More time: --time-limit.",
        Written = "The plan is in {0}.",
        WrittenProblem = "The problem that was planned is in {0}; koers check verifies the plan against it.",

        StripLegend = "{0} before and now, {1} only before, {2} only now; {3} to {4}",
        Dropped = "Out ({0})",
        Added = "In ({0})",
        Moved = "Moved ({0})",
        OtherVariants = "Another variant ({0})",
        VariantFromTo = "Variant {0} instead of {1}.",
        NotBefore = "was not in",
        NotNow = "not any more",
        NearestPossible = "Can no longer be as it was; this is nearest to it.",
        ImpossibleAtAll = "Can no longer be chosen: every start lies in the frozen periods.",
        ImpossibleBreaks = "Can no longer be as it was, and nearest to it breaks {0}.",
        ImpossibleCosts = "Can no longer be as it was; nearest to it would leave {0} points less.",
        Forced = "As it was it breaks {0}.",
        MakesRoom = "As it was it breaks {0}. It fits if \"{1}\" is undone too, and that leaves {2} points less.",
        WorthIt = "Undoing it is possible and leaves {0} points less.",
        MoreRules = "{0} and {1} more",

        Curve = "Value against disturbance",
        CurveLegend = "Each row is the best plan found at some weight of the penalties; * is the plan above. At most: no plan that disturbs as "
            + "little is worth more than so much extra.",
        Weight = "Weight",
        ChangesColumn = "Changes",
        OutColumn = "Out",
        InColumn = "In",
        MovedColumn = "Moved",
        ByColumn = "By",
        VariantColumn = "Other",
        GainColumn = "More",
        RoomColumn = "At most",
        LeastIsProven = "Proven: no plan that keeps the rules and what is frozen disturbs less than the first row ({0} points).",
        LeastIsAtLeast = "The first row disturbs for {0} points; no plan that keeps the rules and what is frozen does so for less than {1}.",

        Means = "Money and people that change",
        BeforeColumn = "Before",
        NowColumn = "Now",
        AvailableColumn = "There is",
        WasOver = "was over",
        MeansSame = "The rest stays as it was: {0} of {1}.",
        MeansKept = "The new plan stays within all of it.",

        Infeasible = "With what is frozen no plan keeps all rules; that is proven.",
        FrozenInConflict = "Frozen, and in this conflict:",
        TryFreeze = "With --freeze {0} there is a plan.",
        TryRelease = "There is a plan as soon as one of these need not stay as it is: {0}.",
        NotTheFreeze = "It is not the freezing: the problem itself has no plan, even when nothing is frozen.",
        NoWayFound = "No smaller number of frozen periods with a plan was found in the time given.",
    };
}
