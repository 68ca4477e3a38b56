namespace Koers.Cli.Texts;

/// <summary>The Dutch texts about serving.</summary>
internal static class DutchServe
{
    public static ServeTexts Texts { get; } = new()
    {
        Serve = "Bied het register aan: de API en de beschrijving daarvan. Instellingen komen uit een bestand, de omgeving en argumenten; "
            + "argumenten gaan voor de omgeving, en die gaat voor het bestand.",
        Demo = "Maak een verzonnen gemeente met twee jaar geschiedenis, plan haar, en bied haar aan.",
        Settings = "Instellingen in JSON, bijvoorbeeld {\"database\": \"koers.db\"}. Standaard koers.json als dat er is.",
        Addresses = "Adressen waarop geluisterd wordt, met een puntkomma ertussen. Ook KOERS_ADDRESSES, of addresses in het bestand. Standaard {0}.",
        AddressesValue = "adressen",
        Migrate = "Breng eerst de database bij. Ook KOERS_MIGRATE, of migrate in het bestand: true of false.",
        DemoDatabase = "Het bestand met de demo; wordt gemaakt als het er niet is. Standaard {0}.",
        Port = "De poort waarop geluisterd wordt, alleen op deze machine; 0 = een die vrij is. Standaard 5080.",
        BadPort = "{0} \"{1}\" is geen poort; verwacht een heel getal van 0 tot en met {2}.",
        NoServe = "Maak en plan haar, maar bied haar niet aan.",
        SettingsMissing = "{0}: er is geen bestand met instellingen dat zo heet",
        SettingsUnreadable = "{0}: deze instellingen zijn niet te lezen: {1}",
        SettingsNoObject = "{0}: instellingen zijn één JSON-object, bijvoorbeeld {{\"database\": \"koers.db\"}}",
        SettingUnknown = "{0}: er is geen instelling \"{1}\"; wel: {2}",
        SettingTwice = "{0}: \"{1}\" staat er meer dan eens",
        SettingNoText = "{0}: \"{1}\" is een tekst, een getal, true of false",
        BadDatabase = "{0}: dit is geen bestand en geen verbinding met PostgreSQL",
        SettingNoPart = "{0}: \"{1}\" is een JSON-object",
        BadThreads = "{0}: \"{1}\" is geen aantal threads; verwacht een heel getal van 0 tot en met {2}",
        BadProxy = "{0}: \"{1}\" is geen adres van een proxy; verwacht bijvoorbeeld 10.0.0.5 of 10.0.0.0/8",
        BadSignIn = "{0} is niet te lezen: {1}",
        BadSwitch = "{0}: \"{1}\" is niet true en niet false",
        BadAddresses = "{0}: \"{1}\" is geen adres om op te luisteren; verwacht bijvoorbeeld http://127.0.0.1:5080",
        FromFile = "{0}, instelling {1}",
        FromEnvironment = "{0} in de omgeving",
        FromArgument = "argument --{0}",
        Listening = "Koers luistert op {0}",
        Documentation = "De API is beschreven op {0}",
        Stopping = "Stopt: wat beantwoord wordt, wordt afgemaakt",
        Stopped = "Gestopt",
        NoAddress = "{0}: daar kan niet geluisterd worden: {1}. Gebruikt een ander programma dit adres? Kies een ander met {2}",
        NotADemo = "{0}: dit is geen demo, en blijft zoals het is; noem een ander bestand met --database",
        MakingDemo = "De gemeente {0} wordt gemaakt en gepland…",
        DemoMade = "{0}: {1} initiatieven van de verzonnen gemeente {2}",
        DemoReused = "{0}: de demo die er al was, met {1} initiatieven van de verzonnen gemeente {2}",
        DemoPlan = "Het afgesproken plan is {0} waard, en geen plan kan meer waard zijn dan {1}: de marge is {2}.",
        RoleColumn = "rol",
        AccountColumn = "gebruikersnaam",
        PasswordColumn = "wachtwoord",
        DemoWarning = "Deze wachtwoorden kent iedereen: dit is om rond te kijken, alleen op deze machine.",
        ExampleServe = "breng de database bij en bied haar aan",
        ExampleServeFile = "met de instellingen in een bestand",
        ExampleDemo = "kijk rond in een verzonnen gemeente",
        ExampleDemoFill = "maak alleen de database",
    };
}
