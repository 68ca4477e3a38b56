namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers prices</c>.</summary>
internal static class DutchPrices
{
    public static PricesTexts Texts { get; } = new()
    {
        Command = "Zeg wat een euro of fte meer waard is, en wat ruimte in een kader waard is.",
        Example = "wat is een euro of fte meer waard?",
        ExampleJson = "hetzelfde, voor een script",
        Relief = "Hoeveel meer wordt geprobeerd, als deel van wat er is: 0.05 of 5%. Standaard 5%.",
        Confirm = "Hoeveel worden bevestigd door opnieuw te plannen, de hoogste eerst, dan die met prijs 0 die het volst zijn: 0 tot 1000. Standaard 10.",
        ShareValue = "deel",
        BadRelief = "{0} \"{1}\" is geen deel; verwacht meer dan 0 en hoogstens 1, bijvoorbeeld 0.05 of 5%.",
        BadConfirm = "{0} \"{1}\" is geen aantal middelen; verwacht een geheel getal van 0 tot {2}.",
        Title = "Schaduwprijzen van {0}",
        Worth = "Het plan is {0} waard. Geen plan kan meer waard zijn dan {1}; het certificaat, waar de prijzen uit komen, toont {2} aan.",
        Made = "Het plan heeft geen certificaat van dit probleem; voor deze prijzen is er een gemaakt.",
        Improved = "Onderweg is een beter plan gevonden, {0} punten beter; wat volgt gaat daarvan uit.",
        Confirmed = "Wat {0} meer brengt, opnieuw gepland",
        ConfirmedHow = "Elke regel is het probleem met zoveel ruimte erbij voor één ding; een minimum geeft ruimte door omlaag te gaan. Prijs: punten per eenheid, uit het certificaat. Tegen die "
            + "prijs: wat de hoeveelheid waard zou zijn. Gevonden: hoeveel beter het beste plan is dat ermee gevonden is. Hoogstens: geen plan wint meer.",
        NothingFound = "Waar 0 is gevonden, brengt meer niets voor zover plannen dat kon vinden: hele initiatieven passen niet altijd in wat erbij komt.",
        Others = "De andere met een prijs ({0})",
        OthersHow = "Alleen naar prijs; niet opnieuw gepland (zie --confirm).",
        Free = "{0} van de {1} budgetjaren, capaciteitsperioden en kaders hebben prijs 0: meer van één ervan verhoogt niet wat een plan volgens het certificaat hoogstens waard kan zijn.",
        AllFree = "Niets heeft een prijs: meer van één ding verhoogt niet wat een plan volgens het certificaat hoogstens waard kan zijn.",
        FreeMay = "Dat zegt niet dat het niets brengt: met meer ervan kan een heel initiatief passen.",
        FreeTried = "Hiervan is wat het volst is opnieuw gepland (hierboven); de andere zijn niet geprobeerd."
            + "|Hiervan zijn de {0} die het volst zijn opnieuw gepland (hierboven); de andere zijn niet geprobeerd.",
        FreeAllTried = "Al deze zijn opnieuw gepland (hierboven).",
        FreeNotTried = "Geen van deze is geprobeerd (zie --confirm).",
        Incomplete = "Gestopt voordat alles bevestigd was.",
        Means = "Wat verandert",
        More = "Met",
        PerUnit = "Prijs",
        AtPrice = "Tegen prijs",
        Found = "Gevonden",
        AtMost = "Hoogstens",
        FrameLower = "{0}, minimum",
        FrameUpper = "{0}, maximum",
    };
}
