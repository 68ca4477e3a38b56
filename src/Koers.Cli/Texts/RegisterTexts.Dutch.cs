namespace Koers.Cli.Texts;

/// <summary>The Dutch texts about the register.</summary>
internal static class DutchRegister
{
    public static RegisterTexts Texts { get; } = new()
    {
        Database = "Beheer de database van het register.",
        Migrate = "Maak de database, of breng haar bij tot deze versie van koers; wat erin staat blijft.",
        Audit = "Kijk in het auditspoor: wie wat deed, wanneer en vanwaar.",
        Verify = "Controleer of het auditspoor heel is: geen regel gewijzigd, weggehaald of tussengevoegd.",
        Export = "Schrijf het auditspoor naar de standaarduitvoer, oudste regel eerst. Scores van een weging die niet voorbij is, blijven blind.",
        ExportFormat = "De vorm: csv (RFC 4180, standaard) of jsonl (een JSON-object per regel).",
        Address = "De database: een bestand (SQLite) of een verbinding met PostgreSQL (postgres://… of Host=…). Standaard "
            + "KOERS_DATABASE uit de omgeving, anders koers.db.",
        AddressValue = "adres",
        BadAddress = "--database: dit is geen bestand en geen verbinding met PostgreSQL; zie koers db migrate --help",
        Unreachable = "{0}: de database is niet te bereiken of niet te gebruiken: {1}",
        Migrated = "{1}: de database is bij; {0} migratie toegepast|{1}: de database is bij; {0} migraties toegepast",
        UpToDate = "{0}: de database was al bij",
        NotMigrated = "{0}: de database is er niet of is niet bij; breng haar bij met koers db migrate",
        NewerThanProgram = "{0}: de database hoort bij een nieuwere versie van koers; gebruik die versie",
        TrailIsWhole = "Het auditspoor is heel: {0} regel. Laatste regel: {0}:{1}|Het auditspoor is heel: {0} regels. Laatste regel: {0}:{1}",
        TrailIsEmpty = "Het auditspoor is leeg.",
        LineMissing = "regel {0}: ontbreekt",
        LineUnchained = "regel {0}: sluit niet aan op de regel ervoor",
        LineChanged = "regel {0}: is gewijzigd nadat zij is geschreven",
        LineUnanchored = "regel {0}: is niet de regel die is genoteerd",
        After = "Een regel die eerder buiten de database is genoteerd, nummer en hash zoals deze opdracht de laatste regel toont: die moet er nog zo "
            + "staan. Kan meer dan eens.",
        AfterValue = "nummer:hash",
        BadAfter = "“{1}” kan niet bij {0}: een nummer en een hash van 64 tekens met een dubbele punt ertussen",
        ExampleAfter = "ook of een genoteerde regel er nog zo staat",
        ExampleMigrate = "maak koers.db, of breng het bij",
        ExampleMigratePostgreSql = "hetzelfde in PostgreSQL",
        ExampleVerify = "controleer het auditspoor; exitstatus 1 als er iets mis is",
        ExampleExport = "neem het auditspoor mee als JSON, een object per regel",
        Worker = "Doe de planningsruns van het register op deze machine, tot het stopt (Ctrl-C of SIGTERM: de run gaat terug in de rij).",
        WorkerReady = "{0} wacht op planningsruns van {1}",
        Lease = "Na hoeveel tijd zonder teken van leven een ander zijn run overneemt.",
        BadLease = "“{1}” kan niet bij {0}: een tijd van ten minste 2s, bijvoorbeeld 15s",
        ExampleWorker = "reken mee aan de planningsruns van een register in PostgreSQL",
    };
}
