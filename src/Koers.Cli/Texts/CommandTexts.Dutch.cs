namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of the commands.</summary>
internal static class DutchCommands
{
    public static CommandTexts Texts { get; } = new()
    {
        Koers = "Bepaalt als één organisatie welke initiatieven worden gedaan, in welke variant en vanaf wanneer, zodat ze binnen "
            + "de kaders samen het meest waard zijn; en bewijst hoe goed dat plan is.",
        Plan = "Zoek het plan met de meeste waarde binnen de kaders, met een certificaat dat bewijst hoe goed het is.",
        Check = "Controleer een plan zonder oplosser: elke regel, de waarde en het certificaat; en zeg wat dat van de bovengrens bewijst.",
        Compare = "Zet plannen van één probleem naast elkaar: wat erbij komt, eruit gaat, eerder of later start, en wat dat verandert.",
        ExportMps = "Schrijf de referentieformulering als vrij MPS-bestand, voor elke MIP-oplosser (die minimaliseert min de waarde).",
        Validate = "Zeg in één keer alles wat er mis is met een probleembestand.",

        ProblemFile = "Het probleem (koers-problem/1); - leest het van standaardinvoer.",
        PlanFile = "Het te controleren plan (koers-plan/1); - leest het van standaardinvoer.",
        PlanFiles = "Twee tot negen plannen (koers-plan/1); met het eerste worden de andere vergeleken.",
        MpsFile = "Het MPS-bestand dat wordt geschreven.",
        Out = "Schrijf het plan (koers-plan/1) naar dit bestand: heel of helemaal niet.",
        TimeLimit = "Stop na deze tijd met het beste plan tot dan toe: 500ms, 60s, 2m, 1h. Standaard 60s.",
        AnalysisTimeLimit = "Antwoord binnen ongeveer deze tijd met wat er dan bekend is: 500ms, 60s, 2m, 1h. Standaard {0}.",
        Gap = "Stop als geen plan meer dan zoveel beter kan zijn: 0.001 of 0.1%. Standaard 0.001.",
        Seed = "Startgetal van elke toevalskeuze. Standaard 1.",
        Deterministic = "Dezelfde invoer en hetzelfde startgetal geven hetzelfde plan; de tijdslimiet telt dan als aantal stappen.",
        Threads = "Aantal rekendraden. Standaard: het aantal processors.",
        Quiet = "Geen voortgang.",
        Json = "Het resultaat als JSON op standaarduitvoer, en niets anders.",
        All = "Toon lange lijsten helemaal.",
        Language = "Taal van teksten en getallen: en of nl. Standaard uit LC_ALL, LC_MESSAGES of LANG.",
        Help = "Toon hulp en voorbeelden.",
        Version = "Toon de versie.",

        DurationValue = "tijd",
        NumberValue = "getal",
        FileValue = "bestand",
        CommandValue = "opdracht",
        OptionsValue = "opties",

        UsageTitle = "Gebruik",
        CommandsTitle = "Opdrachten",
        ArgumentsTitle = "Argumenten",
        OptionsTitle = "Opties",
        ExamplesTitle = "Voorbeelden",
        ExitStatusTitle = "Afsluitcode",
        MoreHelp = "Hulp bij één opdracht: koers plan --help",

        ExitDone = "klaar",
        ExitDoesNotHold = "het plan klopt niet",
        ExitUnusable = "onbruikbare invoer of opdrachtregel; elke fout is één regel op de foutuitvoer",
        ExitInfeasible = "bewezen: geen plan houdt zich aan alle regels; het conflict wordt getoond",
        ExitNoPlan = "gestopt voordat er een plan was gevonden",
        ExitFailure = "het programma is mislukt",
        ExitInterrupted = "gestopt door een tweede Ctrl-C",

        ExamplePlan = "plan hoogstens een minuut en toon het resultaat",
        ExamplePlanOut = "plan hoogstens tien minuten, stop bij 0,5%, bewaar het plan",
        ExamplePlanDeterministic = "elke keer hetzelfde plan",
        ExamplePlanJson = "lees uit een pijp en geef het plan aan een ander programma",
        ExampleCheck = "klopt dit plan, en is het waard wat het zegt?",
        ExampleCheckJson = "hetzelfde, voor een script",
        ExampleValidate = "wat is er mis met dit bestand?",
        ExampleValidateJson = "hetzelfde, voor een script",
        ExampleExportMps = "voor een andere oplosser",
        ExampleCompare = "wat is er in het nieuwe plan veranderd?",
        ExampleCompareJson = "alle cijfers per jaar en periode, voor een script",

        UnknownArgument = "\"{0}\" is geen opdracht of optie van \"{1}\".",
        UnknownArgumentSuggestion = "\"{0}\" is geen opdracht of optie van \"{1}\". Bedoelt u {2}?",
        ExtraArgument = "\"{0}\" is een argument te veel voor \"{1}\".",
        MissingArgument = "Bij \"{1}\" ontbreekt {0}.",
        MissingValue = "Bij {0} ontbreekt een waarde.",
        GivenTwice = "{0} is meer dan één keer opgegeven.",
        BadTimeLimit = "{0} \"{1}\" is geen tijd; verwacht bijvoorbeeld 500ms, 60s, 2m of 1h, meer dan nul en hoogstens {2}.",
        BadGap = "{0} \"{1}\" is geen marge; verwacht een getal van 0 tot 1 met een decimale punt, bijvoorbeeld 0.001 of 0.1%.",
        BadSeed = "{0} \"{1}\" is geen startgetal; verwacht een geheel getal van 0 tot {2}.",
        BadThreads = "{0} \"{1}\" is geen aantal rekendraden; verwacht een geheel getal van 1 tot {2}.",
        BadLanguage = "{0} \"{1}\" is geen taal die hier wordt gesproken; verwacht en of nl.",
        OtherUsageFault = "De opdrachtregel is onbruikbaar: {0}",
        SeeHelp = "Zie: {0} --help",
    };
}
