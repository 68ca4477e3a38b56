namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers frontier</c>.</summary>
internal static class DutchFrontier
{
    public static FrontierTexts Texts { get; } = new()
    {
        Command = "Zeg wat meer of minder geld of mensen zou brengen, punt voor punt.",
        Example = "wat zou meer of minder geld brengen?",
        ExampleJson = "hetzelfde, voor een script",

        Budget = "Id van een budget dat verandert; mag vaker worden gegeven.",
        AllBudgets = "Alle budgetten veranderen, met dezelfde factor.",
        Capacity = "Id van een capaciteit die verandert; mag vaker worden gegeven.",
        AllCapacities = "Alle capaciteiten veranderen, met dezelfde factor.",
        From = "De minste middelen, als deel van die in het bestand: 50% of 0.5. Standaard 50%.",
        To = "De meeste middelen. Standaard 150%.",
        Points = "Aantal punten, 2 tot 200, gelijkmatig verdeeld; 100% komt erbij waar het er geen van is. Standaard 30.",
        BadShare = "{0} \"{1}\" is geen deel van de middelen; verwacht bijvoorbeeld 50% of 0.5, van 0% tot 1000%.",
        BadPoints = "{0} \"{1}\" is geen aantal punten; verwacht een geheel getal van 2 tot {2}.",
        NothingNamed = "Zeg welke middelen veranderen: --budget ID, --all-budgets, --capacity ID of --all-capacities. Budgetten: {0}. Capaciteiten: {1}.",
        UnknownBudget = "--budget: het bestand heeft geen budget \"{0}\"; verwacht een van {1}.",
        UnknownCapacity = "--capacity: het bestand heeft geen capaciteit \"{0}\"; verwacht een van {1}.",
        NotLess = "--from ({0}) moet minder zijn dan --to ({1}).",
        NothingHeld = "De middelen die moeten veranderen zijn in elk jaar en elke periode nul; noem andere.",

        Title = "Wat meer of minder oplevert: {0}",
        And = " en ",
        Legend = "{0} gevonden waarde, {1} hoogstens nog mogelijk",
        Unfinished = "Niet elk punt is aan de beurt geweest: de tijd was om of er is gestopt. Wat er staat klopt; meer tijd (--time-limit) kan betere plannen geven.",
        Means = "Middelen",
        Money = "Geld",
        People = "Mensen",
        PerUnit = "Per {0} erbij",
        PerPercent = "Per 1% erbij",
        InOut = "In/uit",
        Gap = "Hoogstens",
        NoPlan = "geen plan",
        NotFound = "niet gevonden",
        Now = "nu",
        Knee = "knik",
        MarginalNote = "\"Hoogstens\" is hoeveel beter een plan daar nog kan zijn. Wat een stap toevoegt is dat van de gevonden plannen; binnen die marges kunnen de beste plannen anders liggen.",
        KneeAt = "De knik ligt bij {0}: tot daar leveren middelen {1} punten op per {2}, daarna {3}.",
        KneeSure = "De marges laten geen ander punt daarvoor open.",
        KneeRange = "Binnen de marges kan hij overal van {0} tot {1} liggen.",
        KneeUncertain = "Waar de knik ligt, is niet bekend: binnen de marges kan hij overal van {0} tot {1} liggen.",
        NoKnee = "Er is geen knik: de waarden liggen op een rechte lijn, of te weinig punten hebben een plan.",
        Hull = "Op de omhullende: {0}.",
        Conflict = "Met {0} of minder houdt geen plan zich aan alle regels. Dit kan niet samengaan:",
        Changes = "Wat erbij komt en eruit gaat ({0})",
        ChangesLegend = "{0} gekozen, {1} niet gekozen, van {2} tot {3}",
        Always = "{0} op elk punt, {1} op geen enkel punt.",
        NoChanges = "Niets: elk plan bevat dezelfde initiatieven.",
        ComesIn = "erbij vanaf {0}",
        GoesOut = "eruit na {0}",
        ComesAndGoes = "komt en gaat",
    };
}
