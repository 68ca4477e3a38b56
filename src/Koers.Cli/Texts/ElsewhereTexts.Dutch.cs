namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of the commands that work with other programs.</summary>
internal static class DutchElsewhere
{
    public static ElsewhereTexts Texts { get; } = new()
    {
        Schedule = "De geldende portfolioafspraak, voor planningsprogramma's.",
        ScheduleExport = "Schrijf de geldende portfolioafspraak als planning (MSPDI, de XML van Microsoft Project).",
        ScheduleFile = "Het bestand dat geschreven wordt",
        By = "Waar initiatieven onder staan",
        ScheduleWritten = "{0}: planning geschreven",
        ScheduleCompare = "Leg een planning (MSPDI) naast de geldende portfolioafspraak; er wordt niets opgeslagen.",
        ScheduleIn = "Een planning uit een ander programma",
        Json = "Als JSON, voor andere programma's",
        Unchanged = "Portfolioafspraak {1}: {0} initiatief zoals afgesproken|Portfolioafspraak {1}: {0} initiatieven zoals afgesproken",
        Moved = "{0} {1}: afgesproken {2} tot en met {3}, in het bestand {4} tot en met {5}",
        Missing = "{0}: niet in het bestand",
        Unknown = "regel {0}: {1} is geen initiatief van de portfolioafspraak",
        Run = "Problemen uit het register, en plannen ervoor erin.",
        Problem = "Schrijf een probleem van het register, zoals een planningsrun het nu zou hebben (koers-problem/1).",
        ProblemOut = "Het bestand dat geschreven wordt",
        ProblemWritten = "{1}: probleem met {0} initiatief geschreven|{1}: probleem met {0} initiatieven geschreven",
        Add = "Breng een plan in dat elders is gemaakt (koers-plan/1), nadat het is gecontroleerd.",
        PlanIn = "Een plan",
        Added = "Ingebracht als planningsrun {0}: {1}",
        OfRun = "Het probleem dat een planningsrun bewaart",
        OfScenario = "Het probleem van een scenario",
        OfDraft = "Het probleem van de conceptkaders; anders dat van de geldende kaders",
        NumberValue = "NUMMER",
        TooLarge = "{0} is groter dan {1} MB.",
        ExampleExport = "open die in een planningsprogramma",
        ExampleCompare = "wat daar is verschoven",
        ExampleProblem = "plan het met koers plan, of met een ander programma",
        ExampleAdd = "breng daarna het plan in",
    };
}
