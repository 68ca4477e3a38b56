namespace Koers.Cli.Texts;

/// <summary>The English texts about the register.</summary>
internal static class EnglishRegister
{
    public static RegisterTexts Texts { get; } = new()
    {
        Database = "Look after the database of the register.",
        Migrate = "Make the database, or bring it up to this version of koers; what is in it stays.",
        Audit = "Look into the audit trail: who did what, when and from where.",
        Verify = "Check that the audit trail is whole: no line changed, taken out or put in.",
        Export = "Write the audit trail to standard output, oldest line first. Scores of a weighing that is not over stay blind.",
        ExportFormat = "The form: csv (RFC 4180, default) or jsonl (a JSON object on each line).",
        Address = "The database: a file (SQLite) or a connection to PostgreSQL (postgres://… or Host=…). Default KOERS_DATABASE from the "
            + "environment, else koers.db.",
        AddressValue = "address",
        BadAddress = "--database: this is neither a file nor a connection to PostgreSQL; see koers db migrate --help",
        Unreachable = "{0}: the database cannot be reached or used: {1}",
        Migrated = "{1}: the database is up to date; {0} migration applied|{1}: the database is up to date; {0} migrations applied",
        UpToDate = "{0}: the database was up to date",
        NotMigrated = "{0}: the database is not there or not up to date; bring it up with koers db migrate",
        NewerThanProgram = "{0}: the database belongs to a newer version of koers; use that version",
        TrailIsWhole = "The audit trail is whole: {0} line. Last line: {0}:{1}|The audit trail is whole: {0} lines. Last line: {0}:{1}",
        TrailIsEmpty = "The audit trail is empty.",
        LineMissing = "line {0}: is missing",
        LineUnchained = "line {0}: does not follow on the line before it",
        LineChanged = "line {0}: was changed after it was written",
        LineUnanchored = "line {0}: is not the line that was noted",
        After = "A line that was noted outside the database before, number and hash as this command shows the last line: it must still be there like "
            + "that. Can be given more than once.",
        AfterValue = "number:hash",
        BadAfter = "\"{1}\" is not possible for {0}: a number and a hash of 64 characters with a colon between them",
        ExampleAfter = "also whether a noted line is still there like that",
        ExampleMigrate = "make koers.db, or bring it up to date",
        ExampleMigratePostgreSql = "the same in PostgreSQL",
        ExampleVerify = "check the audit trail; exit status 1 where something is wrong",
        ExampleExport = "take the audit trail away as JSON, an object on each line",
        Worker = "Do the planning runs of the register on this machine, until it is stopped (Ctrl-C or SIGTERM: the run goes back to the queue).",
        WorkerReady = "{0} waits for planning runs of {1}",
        Lease = "After how long without a sign of life another takes its run.",
        BadLease = "\"{1}\" is not possible for {0}: a time of at least 2s, for example 15s",
        ExampleWorker = "help with the planning runs of a register in PostgreSQL",
    };
}
