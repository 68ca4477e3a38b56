namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers frontier</c>.</summary>
internal static class EnglishFrontier
{
    public static FrontierTexts Texts { get; } = new()
    {
        Command = "Say what more or less money or people would bring, point by point.",
        Example = "what would more or less money bring?",
        ExampleJson = "the same, for a script",

        Budget = "Id of a budget that changes; may be given more than once.",
        AllBudgets = "All budgets change, by the same factor.",
        Capacity = "Id of a capacity that changes; may be given more than once.",
        AllCapacities = "All capacities change, by the same factor.",
        From = "Least means, as a share of those in the file: 50% or 0.5. Default 50%.",
        To = "Most means. Default 150%.",
        Points = "Number of points, 2 to 200, at equal distances; 100% comes besides where it is none of them. Default 30.",
        BadShare = "{0} \"{1}\" is not a share of the means; expected for example 50% or 0.5, from 0% to 1000%.",
        BadPoints = "{0} \"{1}\" is not a number of points; expected a whole number from 2 to {2}.",
        NothingNamed = "Say which means change: --budget ID, --all-budgets, --capacity ID or --all-capacities. Budgets: {0}. Capacities: {1}.",
        UnknownBudget = "--budget: there is no budget \"{0}\" in the file; expected one of {1}.",
        UnknownCapacity = "--capacity: there is no capacity \"{0}\" in the file; expected one of {1}.",
        NotLess = "--from ({0}) must be less than --to ({1}).",
        NothingHeld = "The means that are to change hold nothing in any year or period; name others.",

        Title = "What more or less brings: {0}",
        And = " and ",
        Legend = "{0} value found, {1} at most still possible",
        Unfinished = "Not every point had its turn: time was over or it was stopped. What is shown holds; more time (--time-limit) may bring better plans.",
        Means = "Means",
        Money = "Money",
        People = "People",
        PerUnit = "Per {0} more",
        PerPercent = "Per 1% more",
        InOut = "In/out",
        Gap = "At most",
        NoPlan = "no plan",
        NotFound = "none found",
        Now = "now",
        Knee = "knee",
        MarginalNote = "\"At most\" is how much better any plan can be there. The value that a step adds is that of the plans found; within those gaps the best plans may differ.",
        KneeAt = "The knee is at {0}: until there means bring {1} points per {2}, beyond it {3}.",
        KneeSure = "The gaps leave no other point for it.",
        KneeRange = "Within the gaps it may lie anywhere from {0} to {1}.",
        KneeUncertain = "Where the knee is, is not known: within the gaps it may lie anywhere from {0} to {1}.",
        NoKnee = "There is no knee: the values lie on a straight line, or too few points have a plan.",
        Hull = "On the concave envelope: {0}.",
        Conflict = "With {0} or less no plan keeps all rules. This cannot hold together:",
        Changes = "What comes in and goes out ({0})",
        ChangesLegend = "{0} chosen, {1} not chosen, from {2} to {3}",
        Always = "{0} at every point, {1} at none.",
        NoChanges = "Nothing: every plan holds the same initiatives.",
        ComesIn = "in from {0}",
        GoesOut = "out after {0}",
        ComesAndGoes = "comes and goes",
    };
}
