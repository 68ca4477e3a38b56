namespace Koers.Cli.Texts;

/// <summary>The English texts of the commands that work with other programs.</summary>
internal static class EnglishElsewhere
{
    public static ElsewhereTexts Texts { get; } = new()
    {
        Schedule = "The agreement in force, for planning programs.",
        ScheduleExport = "Write the agreement in force as a schedule (MSPDI, the XML of Microsoft Project).",
        ScheduleFile = "The file to write",
        By = "What initiatives stand under",
        ScheduleWritten = "{0}: schedule written",
        ScheduleCompare = "Lay a schedule (MSPDI) beside the agreement in force; nothing is stored.",
        ScheduleIn = "A schedule of another program",
        Json = "As JSON, for other programs",
        Unchanged = "Agreement {1}: {0} initiative as agreed|Agreement {1}: {0} initiatives as agreed",
        Moved = "{0} {1}: agreed {2} to {3}, in the file {4} to {5}",
        Missing = "{0}: not in the file",
        Unknown = "line {0}: {1} is no initiative of the agreement",
        Run = "Problems of the register out, and plans for them in.",
        Problem = "Write a problem of the register, as a planning run would have it now (koers-problem/1).",
        ProblemOut = "The file to write",
        ProblemWritten = "{1}: problem with {0} initiative written|{1}: problem with {0} initiatives written",
        Add = "Bring in a plan that was made elsewhere (koers-plan/1), once it is checked.",
        PlanIn = "A plan",
        Added = "Brought in as planning run {0}: {1}",
        OfRun = "The problem that a planning run keeps",
        OfScenario = "The problem of a scenario",
        OfDraft = "The problem of the draft frames; otherwise that of the frames in force",
        NumberValue = "NUMBER",
        TooLarge = "{0} is larger than {1} MB.",
        ExampleExport = "open it in a planning program",
        ExampleCompare = "what was moved there",
        ExampleProblem = "plan it with koers plan, or with another program",
        ExampleAdd = "then bring in the plan",
    };
}
