namespace Koers.Cli.Texts;

/// <summary>What the commands about the register say.</summary>
internal sealed record RegisterTexts
{
    public required string Database { get; init; }
    public required string Migrate { get; init; }
    public required string Audit { get; init; }
    public required string Verify { get; init; }
    public required string Export { get; init; }
    public required string ExportFormat { get; init; }
    public required string Address { get; init; }
    public required string AddressValue { get; init; }
    public required string BadAddress { get; init; }
    public required string Unreachable { get; init; }
    public required string Migrated { get; init; }
    public required string UpToDate { get; init; }
    public required string NotMigrated { get; init; }
    public required string NewerThanProgram { get; init; }
    public required string TrailIsWhole { get; init; }
    public required string TrailIsEmpty { get; init; }
    public required string LineMissing { get; init; }
    public required string LineUnchained { get; init; }
    public required string LineChanged { get; init; }
    public required string LineUnanchored { get; init; }
    public required string After { get; init; }
    public required string AfterValue { get; init; }
    public required string BadAfter { get; init; }
    public required string ExampleAfter { get; init; }
    public required string ExampleMigrate { get; init; }
    public required string ExampleMigratePostgreSql { get; init; }
    public required string ExampleVerify { get; init; }
    public required string ExampleExport { get; init; }
    public required string Worker { get; init; }
    public required string WorkerReady { get; init; }
    public required string Lease { get; init; }
    public required string BadLease { get; init; }
    public required string ExampleWorker { get; init; }
}
