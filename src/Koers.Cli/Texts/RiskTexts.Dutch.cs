namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers risk</c>.</summary>
internal static class DutchRisk
{
    public static RiskTexts Texts { get; } = new()
    {
        Command = "Zeg met simulatie hoe waarschijnlijk een plan binnen zijn middelen blijft.",
        Example = "hoe waarschijnlijk is het dat het plan standhoudt?",
        ExampleJson = "hetzelfde, voor een script",
        PlanFile = "Het plan dat wordt doorgerekend (koers-plan/1); met - van de standaardinvoer.",
        Runs = "Aantal keren dat het plan wordt gesimuleerd, 1 tot 1.000.000. Standaard 10000.",
        BadRuns = "{0} \"{1}\" is geen aantal simulaties; verwacht een geheel getal van 1 tot {2}.",
        Simulating = "Een plan van {0} simuleren",
        StepsOf = "{0} van {1} simulaties",

        Holds = "De kans dat geen enkel budget en geen enkele capaciteit wordt overschreden is {0} (met 95% zekerheid {1} tot {2}).",
        BreaksRules = "Het plan houdt zich zelf al niet aan alle regels: zie koers check.",
        RunsDone = "Uit {0} simulatie met seed {1}.|Uit {0} simulaties met seed {1}.",
        RunsCutShort = "Eerder gestopt: uit {0} van {1} simulaties met seed {2}.",
        FewRunsKept = "De buffers komen uit de eerste {0} simulaties.",
        Assumed = "Aangenomen, omdat het probleem het niet zegt:",
        RangesAssumed = "Uitgaven {0}, inzet {1} en looptijd {2} van wat gepland is (driehoekig verdeeld). Dit zijn algemene cijfers, niet die "
            + "van uw werk: geef bandbreedtes onder \"analysis\" in het probleem.",
        Correlated = "Initiatieven met hetzelfde label {0} hebben deels dezelfde mee- en tegenvallers; correlatie {1}.",
        NotCorrelated = "Elk initiatief heeft zijn eigen mee- en tegenvallers.",

        Budgets = "Kans dat een budget wordt overschreden",
        BudgetLegend = "±: hoe precies de kans bekend is (95%). Over: wat het plan overlaat. Gemiddeld: de overschrijding, gemiddeld over alle "
            + "simulaties. Buffer: wat erbij moet om in 80% of 95% van de simulaties genoeg te hebben.",
        Capacities = "Kans dat een capaciteit wordt overschreden",
        CapacityLegend = "Per capaciteit de kans in elke periode van {0} tot {1} ({2}), de periode waarin die het hoogst is, en de buffer die "
            + "deze periode nodig heeft. Met --all elke periode.",
        CapacityLegendAll = "Wat kan worden ingehuurd is meegeteld.",
        Chance = "Kans",
        Spare = "Over",
        Expected = "Gemiddeld",
        Buffer = "Buffer {0}",
        AllYears = "alle",
        AllPeriods = "alle",
        PerPeriod = "Per periode",
        AtMost = "Hoogst in",
        Postponed = "Werk dat uitloopt geeft geld uit na {0}; dat zit in geen cijfer hierboven. Gemiddeld {1}.",
        PostponedItem = "{0} van {1}",

        Value = "Waarde",
        ValueMean = "Gepland {0}; verwacht {1} (± {2}).",
        ValueOfOne = "Gepland {0}; in de ene simulatie {1}. Hoe ver het gemiddelde daarvan af ligt, is uit één simulatie niet bekend.",
        ValueRange = "In 90% van de simulaties van {0} tot {1}.",
        NoValueRange = "Waar 90% van de simulaties tussen ligt, is pas vanaf {0} simulaties te zeggen: zie --runs.",
        HistogramLegend = "Hoe vaak welke waarde eruit kwam. Een regel telt de simulaties vanaf zijn waarde tot die van de volgende; de laatste tot de hoogste.",
        MoneyDrivers = "Waar de overschrijding van geld vandaan komt",
        PeopleDrivers = "Waar de overschrijding van mensen vandaan komt",
        DriverLegend = "Deel van de overschrijding boven het plan, en het gemiddelde bedrag of aantal.",
        BudgetsTogether = "Alle budgetten zijn opgeteld zoals het bestand ze telt; waar de eenheden verschillen staan ze per stuk in --json.",
        CapacitiesTogether = "Alle capaciteiten zijn opgeteld zoals het bestand ze telt; waar de eenheden verschillen staan ze per stuk in --json.",
        Hiring = "Inhuur",
        Late = "Later klaar ({0} van {1} kunnen uitlopen)",
        NobodyLate = "Niets komt later klaar.",
        LateChance = "Kans",
        Waits = "Wachten",
        PlannedEnd = "Gepland",
        LateEnd = "Gemiddeld als later",
    };
}
