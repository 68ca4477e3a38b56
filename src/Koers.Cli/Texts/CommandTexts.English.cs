namespace Koers.Cli.Texts;

/// <summary>The English texts of the commands.</summary>
internal static class EnglishCommands
{
    public static CommandTexts Texts { get; } = new()
    {
        Koers = "Decides as one organisation which initiatives are done, in which variant and starting when, so that they are "
            + "worth the most within the frames; and proves how good that plan is.",
        Plan = "Find the most valuable plan within the frames, with a certificate that proves how good it is.",
        Check = "Verify a plan without a solver: every rule, its value and its certificate; and say what of its bound that proves.",
        Compare = "Set plans of one problem side by side: what is in, out, earlier, later, and what that changes.",
        ExportMps = "Write the reference formulation as a free MPS file, for any MIP solver (it minimises minus the value).",
        Validate = "Say everything that is wrong with a problem file, all in one go.",

        ProblemFile = "The problem (koers-problem/1); - reads it from standard input.",
        PlanFile = "The plan to verify (koers-plan/1); - reads it from standard input.",
        PlanFiles = "Two to nine plans (koers-plan/1); the first is what the others are compared with.",
        MpsFile = "The MPS file to write.",
        Out = "Write the plan (koers-plan/1) to this file: whole or not at all.",
        TimeLimit = "Stop after this time with the best plan so far: 500ms, 60s, 2m, 1h. Default 60s.",
        AnalysisTimeLimit = "Answer within about this time with what is known by then: 500ms, 60s, 2m, 1h. Default {0}.",
        Gap = "Stop when no plan can be more than this much better: 0.001 or 0.1%. Default 0.001.",
        Seed = "Seed of every random choice. Default 1.",
        Deterministic = "The same input and seed give the same plan; the time limit then counts as a number of steps.",
        Threads = "Threads to use. Default: the number of processors.",
        Quiet = "No progress.",
        Json = "The result as JSON on standard output, and nothing else.",
        All = "Show long lists in full.",
        Language = "Language of texts and numbers: en or nl. Default from LC_ALL, LC_MESSAGES or LANG.",
        Help = "Show help and examples.",
        Version = "Show the version.",

        DurationValue = "time",
        NumberValue = "number",
        FileValue = "file",
        CommandValue = "command",
        OptionsValue = "options",

        UsageTitle = "Usage",
        CommandsTitle = "Commands",
        ArgumentsTitle = "Arguments",
        OptionsTitle = "Options",
        ExamplesTitle = "Examples",
        ExitStatusTitle = "Exit status",
        MoreHelp = "Help for one command: koers plan --help",

        ExitDone = "done",
        ExitDoesNotHold = "the plan does not hold",
        ExitUnusable = "unusable input or a wrong command line; every fault is one line on standard error",
        ExitInfeasible = "proven: no plan keeps all rules; the conflict is shown",
        ExitNoPlan = "stopped before a plan was found",
        ExitFailure = "the program failed",
        ExitInterrupted = "stopped by a second Ctrl-C",

        ExamplePlan = "plan for at most a minute and show the result",
        ExamplePlanOut = "plan for at most ten minutes, stop at 0.5%, keep the plan",
        ExamplePlanDeterministic = "the same plan every time",
        ExamplePlanJson = "read from a pipe, and hand the plan to another program",
        ExampleCheck = "does this plan hold, and is it worth what it says?",
        ExampleCheckJson = "the same, for a script",
        ExampleValidate = "what is wrong with this file?",
        ExampleValidateJson = "the same, for a script",
        ExampleExportMps = "for another solver",
        ExampleCompare = "what did the new plan change?",
        ExampleCompareJson = "all figures per year and period, for a script",

        UnknownArgument = "\"{0}\" is not a command or option of \"{1}\".",
        UnknownArgumentSuggestion = "\"{0}\" is not a command or option of \"{1}\". Did you mean {2}?",
        ExtraArgument = "\"{0}\" is one argument too many for \"{1}\".",
        MissingArgument = "\"{1}\" needs {0}.",
        MissingValue = "{0} needs a value.",
        GivenTwice = "{0} is given more than once.",
        BadTimeLimit = "{0} \"{1}\" is not a time; expected for example 500ms, 60s, 2m or 1h, more than zero and at most {2}.",
        BadGap = "{0} \"{1}\" is not a gap; expected a number from 0 to 1 with a decimal point, for example 0.001 or 0.1%.",
        BadSeed = "{0} \"{1}\" is not a seed; expected a whole number from 0 to {2}.",
        BadThreads = "{0} \"{1}\" is not a number of threads; expected a whole number from 1 to {2}.",
        BadLanguage = "{0} \"{1}\" is not a language that is spoken here; expected en or nl.",
        OtherUsageFault = "The command line cannot be used: {0}",
        SeeHelp = "See: {0} --help",
    };
}
