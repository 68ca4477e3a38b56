namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of the commands that carry the register in and out.</summary>
internal static class DutchExchange
{
    public static ExchangeTexts Texts { get; } = new()
    {
        Export = "Schrijf het hele register naar één bestand (zip): om het over te brengen of te bewaren.",
        ExportFile = "Het bestand dat geschreven wordt",
        WithSecrets = "Ook hashes van wachtwoorden en tokens, passkeys en sleutels; zonder krijgt iedereen een nieuw wachtwoord",
        Import = "Lees een bestand van koers export in een leeg register: alles of niets.",
        ImportFile = "Een bestand van koers export",
        Backup = "Maak een gecontroleerde reservekopie van het register, ook terwijl het in gebruik is.",
        BackupFile = "De kopie; een bestand dat er nog niet is",
        Restore = "Zet een kopie terug in plaats van het register, nadat zij is gecontroleerd; het oude wordt bewaard.",
        RestoreFile = "Een bestand van koers backup, of van koers export met geheimen",
        Replace = "Ook als er al een register is",
        Exported = "{1}: {0} regel geschreven|{1}: {0} regels geschreven",
        Imported = "{1}: {0} regel ingelezen|{1}: {0} regels ingelezen",
        NoSecrets = "Er staan geen wachtwoorden en sleutels in: geef accounts een nieuw wachtwoord en clients een nieuw token.",
        BackedUp = "{0}: kopie gemaakt in {1} en gecontroleerd",
        Restored = "{0}: teruggezet uit {1}",
        KeptAside = "Het register zoals het was staat in {0}",
        ExampleExport = "alles in één bestand, zonder wachtwoorden",
        ExampleImport = "in een leeg register, ook van de andere database",
        ExampleBackup = "terwijl de server draait",
        ExampleRestore = "zet haar terug; het register zoals het was wordt bewaard",
    };
}
