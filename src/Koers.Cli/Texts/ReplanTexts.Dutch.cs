namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers replan</c>.</summary>
internal static class DutchReplan
{
    public static ReplanTexts Texts { get; } = new()
    {
        Command = "Plan opnieuw nadat er iets is veranderd, met zo min mogelijk verstoring.",
        Example = "er is iets veranderd: wat nu?",
        ExampleJson = "hetzelfde, voor een script",

        ReferenceOption = "Het plan tot nu toe (koers-plan/1); - leest het van standaardinvoer.",
        FreezeOption = "Eerste perioden die blijven zoals ze zijn: wat daarin start blijft, iets anders start daar niet. Standaard 0.",
        DropOption = "Punten per initiatief dat vervalt. Standaard: wat het probleem zegt, of de helft van wat er een gemiddeld waard is.",
        AddOption = "Punten per initiatief dat erbij komt. Standaard: wat het probleem zegt, of een kwart.",
        ShiftOption = "Punten per periode dat een start verschuift. Standaard: wat het probleem zegt, of een twintigste.",
        VariantOption = "Punten per initiatief dat een andere variant krijgt. Standaard: wat het probleem zegt, of een kwart.",
        OutOption = "Schrijf het plan (koers-plan/1) naar dit bestand. Het klopt bij het probleem van --out-problem.",
        OutProblemOption = "Schrijf het probleem dat is gepland (koers-problem/1): met het plan tot nu toe, de straffen en wat vastligt.",
        PointsValue = "punten",
        PeriodsValue = "perioden",

        BadPenalty = "{0} \"{1}\" is geen straf; verwacht een aantal punten, nul of meer, bijvoorbeeld 2.5.",
        NoFreeze = "{0} \"{1}\" is geen aantal perioden; verwacht een geheel getal van 0 tot en met {2}.",
        BadFreeze = "{0} {1}: het probleem heeft niet meer dan {2}; verwacht een geheel getal van 0 tot en met {3}.",
        OtherProblem = "{0}: is een plan van een ander probleem: {1} van de {2} initiatieven staan niet in {3}, bijvoorbeeld {4}. Geef het plan dat "
            + "voor een eerdere stand van dit probleem is gemaakt.",
        OutTwice = "{0}: zou twee keer worden geschreven; kies een andere naam voor het probleem of het plan.",

        Title = "{0}: opnieuw gepland",
        StillWorks = "Het plan tot nu toe ({0}) houdt zich nog aan alle regels.",
        NoLongerWorks = "Het plan tot nu toe ({0}) kan niet meer:",
        ImpossibleCount = "{0} keuze kan niet meer zoals ze was|{0} keuzes kunnen niet meer zoals ze waren",
        Breaks = "zo dicht mogelijk bij wat het was past het niet binnen {0}",
        GoneCount = "{0} initiatief ervan staat niet meer in het probleem en telt niet mee: {1}"
            + "|{0} initiatieven ervan staan niet meer in het probleem en tellen niet mee: {1}",
        FrozenUntil = "Vast tot {0}: {1} met een eerdere start houden variant en start, en iets anders start dan niet.",
        FrozenCount = "{0} initiatief|{0} initiatieven",
        RunningCount = "Lopend werk blijft: {0} initiatief.|Lopend werk blijft: {0} initiatieven.",
        PenaltyLine = "Een wijziging kost: {0} punten voor wat vervalt, {1} voor wat erbij komt, {2} per {4} schuiven, {3} voor een andere variant; {5}.",
        PenaltyAsked = "zoals gevraagd",
        PenaltyOfProblem = "zoals het probleem zegt",
        PenaltyDerived = "afgeleid: 50%, 25%, 5% en 25% van {0}, wat een initiatief van dat plan gemiddeld waard is",
        PenaltyMixed = "deels zoals gevraagd; de rest uit het probleem of afgeleid van {0}, wat een initiatief van dat plan gemiddeld waard is",

        ValueLine = "Het nieuwe plan is {0} waard; de wijzigingen kosten {1}, zodat {2} overblijft.",
        BoundLine = "Geen plan binnen de regels en wat vastligt houdt meer dan {0} over ({1} beter).",
        BestLine = "Bewezen het beste: geen plan binnen de regels en wat vastligt houdt meer over.",
        NoBoundLine = "Hoeveel meer een ander plan zou kunnen overhouden is niet bekend.",
        NothingChanges = "Er verandert niets.",
        CountLine = "{0} van {1} blijven zoals ze waren. {2}: {3} eruit, {4} erbij, {5} verschoven ({6} samen), {7} in een andere variant.",
        Incomplete = "De tijd was om, of er is gestopt: er kunnen betere plannen zijn, en de lijn kan punten missen. Meer tijd: --time-limit.",
        Written = "Het plan staat in {0}.",
        WrittenProblem = "Het probleem dat is gepland staat in {0}; koers check controleert het plan daarmee.",

        StripLegend = "{0} eerst en nu, {1} alleen eerst, {2} alleen nu; {3} tot en met {4}",
        Dropped = "Eruit ({0})",
        Added = "Erbij ({0})",
        Moved = "Verschoven ({0})",
        OtherVariants = "Andere variant ({0})",
        VariantFromTo = "Variant {0} in plaats van {1}.",
        NotBefore = "zat er niet in",
        NotNow = "niet meer",
        NearestPossible = "Kan niet meer zoals het was; dit ligt er het dichtst bij.",
        ImpossibleAtAll = "Kan niet meer worden gekozen: elke start ligt in de perioden die vastliggen.",
        ImpossibleBreaks = "Kan niet meer zoals het was, en wat er het dichtst bij ligt past niet binnen {0}.",
        ImpossibleCosts = "Kan niet meer zoals het was; wat er het dichtst bij ligt houdt {0} punten minder over.",
        Forced = "Zoals het was past het niet binnen {0}.",
        MakesRoom = "Zoals het was past het niet binnen {0}. Het past wel als ook \"{1}\" wordt teruggedraaid, en dat houdt {2} punten minder over.",
        WorthIt = "Terugdraaien kan en houdt {0} punten minder over.",
        MoreRules = "{0} en nog {1}",

        Curve = "Waarde tegenover verstoring",
        CurveLegend = "Elke regel is het beste plan dat bij een bepaalde zwaarte van de straffen is gevonden; * is het plan hierboven. Hoogstens: "
            + "geen plan dat even weinig verstoort is meer dan zoveel extra waard.",
        Weight = "Zwaarte",
        ChangesColumn = "Anders",
        OutColumn = "Eruit",
        InColumn = "Erbij",
        MovedColumn = "Schuift",
        ByColumn = "Samen",
        VariantColumn = "Variant",
        GainColumn = "Meer",
        RoomColumn = "Hoogstens",
        LeastIsProven = "Bewezen: geen plan binnen de regels en wat vastligt verstoort minder dan de eerste regel ({0} punten).",
        LeastIsAtLeast = "De eerste regel verstoort voor {0} punten; geen plan binnen de regels en wat vastligt doet dat voor minder dan {1}.",

        Means = "Geld en mensen die veranderen",
        BeforeColumn = "Eerst",
        NowColumn = "Nu",
        AvailableColumn = "Er is",
        WasOver = "was te veel",
        MeansSame = "De rest blijft zoals het was: {0} van {1}.",
        MeansKept = "Het nieuwe plan blijft overal binnen.",

        Infeasible = "Met wat vastligt houdt geen plan zich aan alle regels; dat is bewezen.",
        FrozenInConflict = "Ligt vast, en zit in dit conflict:",
        TryFreeze = "Met --freeze {0} is er wel een plan.",
        TryRelease = "Er is een plan zodra een van deze niet hoeft te blijven zoals het is: {0}.",
        NotTheFreeze = "Het ligt niet aan wat vastligt: het probleem zelf heeft geen plan, ook als niets vastligt.",
        NoWayFound = "Binnen de tijd is geen kleiner aantal vaste perioden met een plan gevonden.",
    };
}
