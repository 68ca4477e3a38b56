namespace Koers.Cli.Texts;

/// <summary>What <c>koers serve</c> and <c>koers demo</c> say.</summary>
internal sealed record ServeTexts
{
    public required string Serve { get; init; }
    public required string Demo { get; init; }
    public required string Settings { get; init; }
    public required string Addresses { get; init; }
    public required string AddressesValue { get; init; }
    public required string Migrate { get; init; }
    public required string DemoDatabase { get; init; }
    public required string Port { get; init; }
    public required string BadPort { get; init; }
    public required string NoServe { get; init; }
    public required string SettingsMissing { get; init; }
    public required string SettingsUnreadable { get; init; }
    public required string SettingsNoObject { get; init; }
    public required string SettingUnknown { get; init; }
    public required string SettingTwice { get; init; }
    public required string SettingNoText { get; init; }
    public required string BadDatabase { get; init; }
    public required string BadSwitch { get; init; }
    public required string SettingNoPart { get; init; }
    public required string BadThreads { get; init; }
    public required string BadProxy { get; init; }
    public required string BadSignIn { get; init; }
    public required string BadAddresses { get; init; }
    public required string FromFile { get; init; }
    public required string FromEnvironment { get; init; }
    public required string FromArgument { get; init; }
    public required string Listening { get; init; }
    public required string Documentation { get; init; }
    public required string Stopping { get; init; }
    public required string Stopped { get; init; }
    public required string NoAddress { get; init; }
    public required string NotADemo { get; init; }
    public required string MakingDemo { get; init; }
    public required string DemoMade { get; init; }
    public required string DemoReused { get; init; }
    public required string DemoPlan { get; init; }
    public required string RoleColumn { get; init; }
    public required string AccountColumn { get; init; }
    public required string PasswordColumn { get; init; }
    public required string DemoWarning { get; init; }
    public required string ExampleServe { get; init; }
    public required string ExampleServeFile { get; init; }
    public required string ExampleDemo { get; init; }
    public required string ExampleDemoFill { get; init; }
}
