namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers robust</c>.</summary>
internal static class DutchRobust
{
    public static RobustTexts Texts { get; } = new()
    {
        Command = "Zeg of de keuze standhoudt als gewichten, scores of kosten onzeker zijn.",
        Example = "welke initiatieven worden gekozen, welke gewichten er ook gelden?",
        ExampleJson = "hetzelfde, voor een script",
        PlanOption = "Een plan (koers-plan/1) dat ook wordt beoordeeld.",
        OrderOption = "Doelen van het belangrijkste naar het minst belangrijke, met hun id's, in plaats van wat het probleem over "
            + "gewichten zegt.",
        GoalsValue = "DOEL,DOEL,...",
        SpreadOption = "Hoe ver elk gewicht mag afwijken van dat in het probleem, 0% tot 100%. Zonder dit alles 25%.",
        ShareValue = "DEEL",
        BadSpread = "{0} \"{1}\" is geen spreiding; verwacht een deel van 0% tot {2}, zoals 25% of 0.25.",
        SamplesOption = "Aantal gewichtsvectoren, uiterste en getrokken samen, 1 tot 100.000. Standaard 500.",
        BadSamples = "{0} \"{1}\" is geen aantal gewichtsvectoren; verwacht een geheel getal van 1 tot {2}.",
        Title = "Nagaan hoe robuust de keuze van {0} is",
        NothingToChoose = "{0}: er zijn geen initiatieven om uit te kiezen.",
        UnknownGoal = "--order: er is geen doel \"{0}\"; de doelen zijn {1}.",
        GoalTwice = "--order: \"{0}\" staat er meer dan eens; noem elk doel hoogstens één keer.",
        ShortOrder = "--order: noem minstens twee doelen, het belangrijkste eerst; de doelen zijn {0}.",
        NoWeights = "Geen gewichten passen bij deze volgorde binnen deze spreiding; maak --spread ruimer of verander --order.",
        CoreUnknown = "Over de kern valt nog niets te zeggen: {0} van {1} gewichtsvectoren zijn gepland.",
        Verdict = "{0} kern (altijd gekozen), {1} grensgeval, {2} buiten beeld (nooit gekozen).",
        VerdictKnown = "In de beste bekende plannen: {0} kern (in elk ervan), {1} grensgeval, {2} buiten beeld (in geen ervan).",
        CoreKnown = "Kern: in elk best bekend plan ({0})",
        ExteriorKnown = "Buiten beeld: in geen best bekend plan ({0})",
        InformationOpen = "Dit zijn verschillen tussen bekende plannen, kleiner dan wat nog open is; betere plannen kunnen ze veranderen.",
        NothingOpen = "Dat is niet te zeggen. Tussen de bekende plannen maakt geen enkel cijfer op zich verschil, maar wat nog open is, is groter.",
        OpenBy = "Bij een van de vectoren kan een plan tot {0} punten meer waard zijn dan het beste bekende.",
        OpenUnknown = "Hoeveel beter een plan kan zijn, is niet overal bewezen.",
        Exact = "Exact: alle {0} portfolio's die door geen ander bij alle gewichten en scores worden overtroffen, zijn nagegaan. "
            + "Kernindex: het deel daarvan met het initiatief.",
        Sampled = "Steekproef: het beste plan is gezocht bij {0} gewichtsvectoren, waarvan {1} uiterste; {2}. "
            + "Kernindex: het deel van de vectoren waar het beste bekende plan het initiatief bevat.",
        PlansFound = "{0} plan was ergens het beste bekende|{0} verschillende plannen waren ergens het beste bekende",
        Room = "Bij geen van de vectoren is een plan meer dan {0} beter dan het beste bekende.",
        NoPlanAt = "Bij {0} vectoren is geen plan bekend dat zich aan de regels houdt: de kosten zijn daar te hoog. Die tellen niet mee.",
        Unplanned = "Niet af: {0} vectoren zijn niet zelf gepland; daar telt het beste bekende plan van de andere. Meer tijd helpt.",
        FromFile = "De onzekerheid van de gewichten komt uit het probleem.",
        FromFileOrder = "De onzekerheid van de gewichten komt uit het probleem, met de volgorde {0}.",
        FromOrder = "Aangenomen zoals gevraagd: de volgorde {0}, en verder niets over deze gewichten.",
        FromSpread = "Aangenomen zoals gevraagd: elk gewicht kan {0} lager of hoger zijn.",
        FromBoth = "Aangenomen zoals gevraagd: de volgorde {0}, en elk gewicht hoogstens {1} lager of hoger.",
        FromNobody = "Aangenomen, omdat het probleem er niets over zegt: elk gewicht kan {0} lager of hoger zijn. Geef iets anders op "
            + "met --order of --spread, of onder \"analysis\" in het probleem.",
        ScoresAndCosts = "Scores en kosten zijn met de gewichten mee getrokken uit hun bandbreedtes. Een plan dat dan een regel breekt, "
            + "houdt daar geen stand.",
        Scores = "Scores variëren met de gewichten mee binnen hun bandbreedtes.",
        Costs = "Kosten zijn met de gewichten mee getrokken uit hun bandbreedtes. Een plan dat dan een regel breekt, houdt daar "
            + "geen stand.",
        Weights = "Mogelijke gewichten",
        Goal = "Doel",
        Lowest = "Laagst",
        InFile = "In het bestand",
        Highest = "Hoogst",
        Core = "Kern: altijd gekozen ({0})",
        Borderline = "Grensgeval: het hangt ervan af ({0})",
        Exterior = "Buiten beeld: nooit gekozen ({0})",
        None = "Geen.",
        Plans = "Welk plan is het veiligst",
        PlansLegend = "Slechtst: hoeveel het hoogstens minder waard is dan het beste bekende plan, als deel daarvan. Gemiddeld: idem "
            + "in punten, gemiddeld. Beste: bij hoeveel vectoren geen plan beter is.",
        MostRobust = "Robuustste plan",
        AsWeighted = "Beste bij de gewichten van het probleem",
        Given = "Het plan dat u gaf",
        Worst = "Slechtst",
        Mean = "Gemiddeld",
        Best = "Beste",
        Value = "Waarde",
        RegretExactly = "{0}: grootste spijt {1} punten.",
        RegretBetween = "{0}: grootste spijt {1} punten naast bekende plannen; bewezen hoogstens {2}.",
        RegretAtLeast = "{0}: grootste spijt minstens {1} punten; een bovengrens is niet bewezen.",
        AtWeights = "Dat is waar de zwaarste gewichten {0} zijn.",
        Holds = "Het houdt zich bij {0} van de vectoren aan alle regels.",
        StaysBest = "Het is bij elke vector het beste.",
        NeverBest = "Bij de gewichten van het probleem is een ander plan beter.",
        StaysBestUpTo = "Het blijft het beste bekende zolang de gewichten hoogstens {0} van de weg van die in het probleem naar een van "
            + "de vectoren afleggen.",
        VerdictSoFar = "Tot nu toe, naast de bekende plannen: {0} kern (altijd gekozen), {1} grensgeval, {2} buiten beeld (nooit gekozen).",
        SampledSoFar = "Steekproef: het beste plan is gezocht bij {0} van {1} gewichtsvectoren; {2}. Kernindex: het deel van de vectoren "
            + "waar het beste bekende plan het initiatief bevat.",
        PlansKnown = "{0} plan is bekend|{0} verschillende plannen zijn bekend",
        PlansLegendSoFar = "Slechtst: hoeveel het hoogstens minder waard is dan het beste bekende plan, als deel daarvan. Gemiddeld: idem "
            + "in punten, gemiddeld. Beste bekende: bij hoeveel vectoren geen bekend plan beter is.",
        MostRobustSoFar = "Robuustste bekende plan",
        AsWeightedSoFar = "Beste bekende bij de gewichten van het probleem",
        BestSoFar = "Beste bekende",
        NoneKnownBetter = "Geen bekend plan is bij een van de vectoren beter.",
        InformationUnknown = "Nog niet bekend: {0} vectoren zijn niet zelf gepland.",
        Information = "Wat de moeite waard is om uit te zoeken",
        InformationLegend = "Punten die het naar verwachting oplevert om dit ene cijfer te kennen voordat wordt gekozen (geschat uit de "
            + "getrokken vectoren).",
        TooFewDrawn = "Er zijn te weinig vectoren getrokken om dat te zeggen; vraag er meer met --samples.",
        NothingToKnow = "Geen enkel cijfer op zich zou de keuze genoeg veranderen om van belang te zijn.",
        WeightOf = "Gewicht van {0}",
        ScoresOf = "Scores van {0}",
        CostsOf = "Kosten van {0}",
    };
}
