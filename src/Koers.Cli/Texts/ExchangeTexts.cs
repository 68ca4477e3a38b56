namespace Koers.Cli.Texts;

/// <summary>What the commands that carry the register in and out say.</summary>
internal sealed record ExchangeTexts
{
    public required string Export { get; init; }
    public required string ExportFile { get; init; }
    public required string WithSecrets { get; init; }
    public required string Import { get; init; }
    public required string ImportFile { get; init; }
    public required string Backup { get; init; }
    public required string BackupFile { get; init; }
    public required string Restore { get; init; }
    public required string RestoreFile { get; init; }
    public required string Replace { get; init; }
    public required string Exported { get; init; }
    public required string Imported { get; init; }
    public required string NoSecrets { get; init; }
    public required string BackedUp { get; init; }
    public required string Restored { get; init; }
    public required string KeptAside { get; init; }
    public required string ExampleExport { get; init; }
    public required string ExampleImport { get; init; }
    public required string ExampleBackup { get; init; }
    public required string ExampleRestore { get; init; }
}
