namespace Koers.Cli.Texts;

/// <summary>The English texts of the commands that carry the register in and out.</summary>
internal static class EnglishExchange
{
    public static ExchangeTexts Texts { get; } = new()
    {
        Export = "Write the whole register to one file (zip): to take it elsewhere, or to keep.",
        ExportFile = "The file to write",
        WithSecrets = "Hashes of passwords and tokens, passkeys and keys go along; without it everybody gets a new password",
        Import = "Read a file of koers export into an empty register: all of it or nothing.",
        ImportFile = "A file of koers export",
        Backup = "Make a checked copy of the register to fall back on, also while it is in use.",
        BackupFile = "The copy; a file that is not there yet",
        Restore = "Put a copy in the place of the register, once it is checked; the register as it was is kept.",
        RestoreFile = "A file of koers backup, or of koers export with secrets",
        Replace = "Also where there is a register already",
        Exported = "{1}: {0} row written|{1}: {0} rows written",
        Imported = "{1}: {0} row read|{1}: {0} rows read",
        NoSecrets = "There are no passwords and keys in it: give accounts a new password and clients a new token.",
        BackedUp = "{0}: backed up to {1} and checked",
        Restored = "{0}: restored from {1}",
        KeptAside = "The register as it was is kept in {0}",
        ExampleExport = "everything in one file, without passwords",
        ExampleImport = "into an empty register, also of the other database",
        ExampleBackup = "while the server runs",
        ExampleRestore = "put it back; the register as it was is kept",
    };
}
