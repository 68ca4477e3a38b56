namespace Koers.Cli.Texts;

/// <summary>The Dutch messages.</summary>
internal static class DutchMessages
{
    public static MessageTexts Texts { get; } = new()
    {
        Planning = "{0} plannen",
        TimeOf = "{0} van {1}",
        Preparing = "voorbereiden",
        Bounding = "bovengrens bewijzen",
        FirstPlan = "eerste plan zoeken",
        Improving = "plan verbeteren",
        Explaining = "conflict zoeken",
        Done = "klaar",
        Value = "waarde",
        Bound = "bovengrens",
        Gap = "marge",
        CtrlC = "Ctrl-C: stop en toon het beste plan tot nu toe",
        CtrlCAnalysis = "Ctrl-C: stop en toon wat er tot nu toe bekend is",
        StoppingAnalysis = "Stopt; wat er tot nu toe bekend is volgt. Nog een keer stopt meteen.",
        StepsOf = "{0} van {1}",
        Stopping = "Stopt; het beste plan tot nu toe volgt. Nog een keer stopt meteen.",

        Warning = "waarschuwing",
        MoreWarnings = "{0}: er zijn meer waarschuwingen; koers validate toont ze",
        Expected = "verwacht: {0}",
        FileMissing = "{0}: dit bestand bestaat niet",
        StandardInputTwice = "Van standaardinvoer (-) kan maar één bestand worden gelezen.",
        OutIsDirectory = "{0}: is een map; verwacht de naam van een bestand om te schrijven",
        OutIsDash = "-: staat voor standaardinvoer en kan niet worden geschreven; noem een bestand",
        OutFolderMissing = "{0}: de map {1} bestaat niet",
        OutFolderClosed = "{0}: in de map {1} mag niet worden geschreven",
        OutUnwritable = "{0}: kan niet worden geschreven: {1}",
        OutIsInput = "{0}: is ook een invoerbestand, dat verloren zou gaan; kies een andere naam",
        OutFailed = "{0}: is niet geschreven: {1}",
        NotWritten = "{0}: niet geschreven, want er is geen plan.",

        Usable = "{0} is bruikbaar: {1}, {2}, {3}.",
        Unusable = "{0} is onbruikbaar: {1}.",
        Faults = "{0} fout|{0} fouten",
        Warnings = "{0} waarschuwing|{0} waarschuwingen",
        Initiatives = "{0} initiatief|{0} initiatieven",
        Relations = "{0} relatie|{0} relaties",
        Frames = "{0} kader|{0} kaders",

        Holds = "Het plan klopt.",
        DoesNotHold = "Het plan klopt niet: {0}.",
        HoldsBoundUnproven = "Het plan houdt zich aan elke regel en is waard wat het zegt. De bovengrens {0} is niet gecontroleerd: het "
            + "certificaat bewijst {1}; de rest berust op het zoeken dat het plan heeft gemaakt.",
        HoldsNoCertificate = "Het plan houdt zich aan elke regel en is waard wat het zegt. De bovengrens {0} is niet gecontroleerd: er is "
            + "geen certificaat.",
        NoValueKnown = "Wat het waard is kan niet worden berekend. Is het een plan van dit probleem?",
        NothingToVerify = "Er is niets gecontroleerd: het plan zegt {0} en heeft geen keuzes. Een conflict wordt hier niet nagerekend.",
        TooMuch = "overtreden: {0}: {1} > {2}: {3}",
        TooLittle = "overtreden: {0}: {1} < {2}: {3}",
        ChosenCount = "Gekozen",
        WorthValue = "Waarde",
        ClaimedValue = "Waarde volgens het plan",
        ClaimedBound = "Bovengrens volgens het plan",
        CertifiedBound = "Bovengrens die het certificaat bewijst",
        CertifiedGap = "Marge die het certificaat bewijst",
        None = "geen",

        Exported = "{0} is geschreven: de waarde wordt geminimaliseerd, met omgekeerd teken.",

        Failed = "koers is mislukt: {0}",
        OutOfMemory = "Er is niet genoeg geheugen voor dit probleem.",
        HowToReport = "Voer het opnieuw uit met KOERS_DEBUG=1 voor de bijzonderheden, en meld die met de opdracht en, als dat mag, "
            + "het bestand.",

        RuleMandatory = "\"{0}\" moet worden gedaan",
        RuleBudget = "budget \"{0}\"",
        RuleCapacity = "capaciteit \"{0}\"",
        RuleGoal = "meetellende score op doel \"{0}\"",
        RuleFrame = "kader \"{0}\": {1}",
        RuleDependsOn = "\"{0}\" moet klaar zijn vóór \"{1}\" begint",
        RuleDependsOnLag = "\"{0}\" moet {2} klaar zijn vóór \"{1}\" begint",
        RuleBefore = "\"{0}\" komt vóór \"{1}\" als beide zijn gekozen",
        RuleRequires = "\"{0}\" vereist \"{1}\"",
        RuleExcludes = "hoogstens een van {0}",
        RuleTogether = "alle of geen van {0}",
        RuleGroupMin = "minstens {0} van {1}",
        RuleGroupMax = "hoogstens {0} van {1}",
        RuleGroupMinMax = "minstens {0} en hoogstens {1} van {2}",
        RuleSynergy = "synergie van {0}",
        RuleHire = "inhuur van \"{0}\"",
        RuleIn = "{0}, in {1}",
        LimitMin = "{0} minstens {1}",
        LimitMax = "{0} hoogstens {1}",
        LimitMinMax = "{0} van {1} tot {2}",
        AndOthers = "{0} en nog {1}",
    };
}
