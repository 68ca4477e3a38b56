namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers repair</c>.</summary>
internal static class DutchRepair
{
    public static RepairTexts Texts { get; } = new()
    {
        Command = "Zeg welke kaders niet samen kunnen, en wat de goedkoopste uitweg is.",
        Example = "de kaders kunnen niet samen: wat is de goedkoopste uitweg?",
        ExampleJson = "hetzelfde, voor een script",
        Out = "Schrijf het herstelde probleem (koers-problem/1) naar dit bestand: helemaal of niet.",
        MostConflicts = "Zoek hoogstens zoveel conflicten, 1 tot en met {1}. Standaard {0}.",
        BadConflicts = "{0}: \"{1}\" is geen geheel getal van 1 tot en met {2}",
        GiveUp = "Laat ook wettelijke taken en relaties los waar dat het goedkoopst is; anders alleen waar niets anders helpt.",
        Title = "Uitweg zoeken voor {0}",
        StepsOf = "stap {0} van {1}",
        Nothing = "Er valt niets te herstellen: de regels kunnen samengaan.",
        NothingWritten = "{0}: niet geschreven, want er valt niets te herstellen of er is geen uitweg gevonden",
        Proven = "Geen plan houdt zich aan alle regels; dat is bewezen.",
        NotProven = "Er is geen plan gevonden dat zich aan alle regels houdt, en ook niet bewezen dat het er niet is.",
        AllConflicts = "Conflicten: {0}, en andere zijn er niet",
        SomeConflicts = "Conflicten: {0}; er kunnen er meer zijn",
        NoConflict = "Welke regels in conflict zijn, is niet gevonden in de gegeven tijd.",
        Irreducible = "{0}. Dit kan niet samengaan; zonder een ervan kan de rest wel:",
        NotIrreducible = "{0}. Dit kan niet samengaan. Of alles daarvan ervoor nodig is, is niet bewezen:",
        Cheapest = "De goedkoopste uitweg",
        ProvenLeast = "Die kost {0} punten; op afronding na is geen uitweg goedkoper, en dat is bewezen.",
        AtLeast = "Die kost {0} punten. Een goedkopere is niet gevonden in de gegeven tijd; geen kost minder dan {1}.",
        NotKnownLeast = "Die kost {0} punten. Een goedkopere is niet gevonden in de gegeven tijd; hoe weinig een uitweg kan kosten, is niet bekend.",
        NoWayOut = "Er is geen uitweg gevonden in de gegeven tijd. Meer tijd kan helpen: --time-limit.",
        GivesWay = "Wat toegeeft",
        From = "Van",
        To = "Naar",
        Points = "Punten",
        AtMostSide = "{0}, hoogstens",
        AtLeastSide = "{0}, minstens",
        Budget = "budget {0} in {1}",
        Capacity = "capaciteit {0}, {1}",
        GivenUp = "losgelaten",
        Alone = "Als één regel alleen toegeeft",
        AloneCannot = "Met deze alleen lukt het niet: {0}.",
        AloneUnknown = "Niet gevonden in de gegeven tijd: {0}.",
        After = "Wat een plan dan waard is",
        AfterBound = "{0}, gevonden in {1}; geen plan is meer waard dan {2}.",
        NoPlanAfter = "Niet gevonden in de gegeven tijd. Dat de wijzigingen genoeg zijn, is nagegaan.",
        Written = "Het herstelde probleem staat in {0}.",
    };
}
