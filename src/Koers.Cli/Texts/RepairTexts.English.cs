namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers repair</c>.</summary>
internal static class EnglishRepair
{
    public static RepairTexts Texts { get; } = new()
    {
        Command = "Say which frames cannot hold together, and the cheapest way out.",
        Example = "the frames cannot hold together: what is the cheapest way out?",
        ExampleJson = "the same, for a script",
        Out = "Write the repaired problem (koers-problem/1) to this file: whole or not at all.",
        MostConflicts = "Find at most this many conflicts, 1 to {1}. Default {0}.",
        BadConflicts = "{0}: \"{1}\" is not a whole number from 1 to {2}",
        GiveUp = "Let statutory tasks and relations be given up too wherever that is cheapest; otherwise only where nothing else works.",
        Title = "Looking for a way out for {0}",
        StepsOf = "step {0} of {1}",
        Nothing = "Nothing to repair: the rules can hold together.",
        NothingWritten = "{0}: not written, because there is nothing to repair or no way out was found",
        Proven = "No plan keeps all rules; that is proven.",
        NotProven = "No plan was found that keeps all rules, and none was proven impossible.",
        AllConflicts = "Conflicts: {0}, and there are no others",
        SomeConflicts = "Conflicts: {0}; there may be others",
        NoConflict = "Which rules conflict was not found in the time given.",
        Irreducible = "{0}. These cannot hold together; without any one of them, the rest can:",
        NotIrreducible = "{0}. These cannot hold together. It is not proven that all of them are needed for that:",
        Cheapest = "The cheapest way out",
        ProvenLeast = "It costs {0} points; apart from rounding, no way out costs less, and that is proven.",
        AtLeast = "It costs {0} points. A cheaper one was not found in the time given; none costs less than {1}.",
        NotKnownLeast = "It costs {0} points. A cheaper one was not found in the time given; how little a way out can cost is not known.",
        NoWayOut = "No way out was found in the time given. More time may help: --time-limit.",
        GivesWay = "What gives way",
        From = "From",
        To = "To",
        Points = "Points",
        AtMostSide = "{0}, at most",
        AtLeastSide = "{0}, at least",
        Budget = "budget {0}, {1}",
        Capacity = "capacity {0}, {1}",
        GivenUp = "given up",
        Alone = "If one rule alone gives way",
        AloneCannot = "Not possible by these alone: {0}.",
        AloneUnknown = "Not found out in time: {0}.",
        After = "What a plan is then worth",
        AfterBound = "{0}, found in {1}; no plan is worth more than {2}.",
        NoPlanAfter = "Not found out in time. That the changes are enough has been checked.",
        Written = "The repaired problem is in {0}.",
    };
}
