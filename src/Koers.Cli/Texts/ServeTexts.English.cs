namespace Koers.Cli.Texts;

/// <summary>The English texts about serving.</summary>
internal static class EnglishServe
{
    public static ServeTexts Texts { get; } = new()
    {
        Serve = "Serve the register: its API and the documentation of it. Settings come from a file, the environment and arguments; arguments "
            + "win over the environment, and that wins over the file.",
        Demo = "Make an invented municipality with two years of history, plan it, and serve it.",
        Settings = "Settings in JSON, for example {\"database\": \"koers.db\"}. Default koers.json where that is there.",
        Addresses = "Addresses at which it listens, with a semicolon between them. Also KOERS_ADDRESSES, or addresses in the file. Default {0}.",
        AddressesValue = "addresses",
        Migrate = "Bring the database up to date first. Also KOERS_MIGRATE, or migrate in the file: true or false.",
        DemoDatabase = "The file with the demo; made where it is not there. Default {0}.",
        Port = "The port at which it listens, on this machine only; 0 = any that is free. Default 5080.",
        BadPort = "{0} \"{1}\" is not a port; expected a whole number from 0 to {2}.",
        NoServe = "Make and plan it, but do not serve it.",
        SettingsMissing = "{0}: there is no such file with settings",
        SettingsUnreadable = "{0}: these settings cannot be read: {1}",
        SettingsNoObject = "{0}: settings are one JSON object, for example {{\"database\": \"koers.db\"}}",
        SettingUnknown = "{0}: there is no setting \"{1}\"; there are: {2}",
        SettingTwice = "{0}: \"{1}\" is there more than once",
        SettingNoText = "{0}: \"{1}\" is a text, a number, true or false",
        BadDatabase = "{0}: this is neither a file nor a connection to PostgreSQL",
        SettingNoPart = "{0}: \"{1}\" is a JSON object",
        BadThreads = "{0}: \"{1}\" is no number of threads; expected a whole number from 0 to {2}",
        BadProxy = "{0}: \"{1}\" is no address of a proxy; expected for example 10.0.0.5 or 10.0.0.0/8",
        BadSignIn = "{0} cannot be read: {1}",
        BadSwitch = "{0}: \"{1}\" is neither true nor false",
        BadAddresses = "{0}: \"{1}\" is not an address to listen at; expected for example http://127.0.0.1:5080",
        FromFile = "{0}, {1}",
        FromEnvironment = "{0} in the environment",
        FromArgument = "--{0}",
        Listening = "Koers listens at {0}",
        Documentation = "The API is described at {0}",
        Stopping = "Stopping: what is being answered is finished",
        Stopped = "Stopped",
        NoAddress = "{0}: cannot listen there: {1}. Is another program using it? Choose another with {2}",
        NotADemo = "{0}: this is not a demo, and it is left as it is; name another file with --database",
        MakingDemo = "Making the municipality of {0} and planning it…",
        DemoMade = "{0}: {1} initiatives of the invented municipality of {2}",
        DemoReused = "{0}: the demo that was there, with {1} initiatives of the invented municipality of {2}",
        DemoPlan = "The agreed plan is worth {0}, and no plan can be worth more than {1}: the gap is {2}.",
        RoleColumn = "role",
        AccountColumn = "account",
        PasswordColumn = "password",
        DemoWarning = "These passwords are known to everyone: this is for looking around, on this machine only.",
        ExampleServe = "bring the database up to date and serve it",
        ExampleServeFile = "with the settings in a file",
        ExampleDemo = "look around in an invented municipality",
        ExampleDemoFill = "only make the database",
    };
}
