using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Web;

namespace Koers.Cli.Commands;

/// <summary><c>koers serve</c>: settings, database, server.</summary>
internal static class ServeCommand
{
    private const string Database = "database";
    private const string Addresses = "addresses";
    private const string Migrate = "migrate";
    private const string PlanningThreads = "planningThreads";
    private const string LogRequests = "logRequests";
    private const string LogFormat = LogFormats.Setting;
    private const string Proxies = "proxies";
    private const string SignIn = "signIn";
    private const string ClientSecret = "clientSecret";
    private static readonly string[] Names = [Database, Addresses, Migrate, PlanningThreads, LogRequests, LogFormat, Proxies, SignIn, ClientSecret];

    private const int MostThreads = 1024;

    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Serve;
        var access = new RegisterAccess(screen);
        var settings = new Option<string?>("--settings") { Description = texts.Settings, HelpName = screen.Vocabulary.Commands.FileValue };
        var addresses = new Option<string?>("--" + Addresses)
        {
            Description = texts.Addresses.With(Standard.Addresses),
            HelpName = texts.AddressesValue,
        };
        var migrate = SharedSymbols.Flag("--" + Migrate, texts.Migrate);
        var format = LogFormats.Option(texts);
        var command = new Command("serve", texts.Serve) { settings, access.Option, addresses, migrate, format };
        command.SetAction((parsed, cancellation) =>
        {
            var source = new SettingsFile(texts, Names, [SignIn], [Database, Addresses, LogFormat, Proxies, ClientSecret], Environment.GetEnvironmentVariable);
            source.Read(parsed.GetValue(settings));
            var read = Settings(
                screen, source, parsed.GetValue(access.Option), parsed.GetValue(addresses), parsed.GetValue(migrate) ? "true" : null);
            var server = read.Server with { LogsJson = LogFormats.IsJson(texts, source, parsed.GetValue(format)) };
            foreach (var fault in source.Faults)
                Screen.Message(fault);
            return source.Faults.Count > 0 ? Task.FromResult(ExitStatus.Unusable) : Run(screen, access, server, read.Migrates, cancellation);
        });
        return command;
    }

    private static ServerSettings Standard { get; } = new() { Database = DatabaseAddress.Parse(RegisterAccess.Otherwise) };

    private static (ServerSettings Server, bool Migrates) Settings(
        Screen screen, SettingsFile source, string? database, string? addresses, string? migrate)
    {
        var texts = screen.Vocabulary.Serve;
        var (server, migrates) = (Standard, false);
        if (source.Find(Database, database) is var (address, where))
            if (RegisterAccess.Read(address) is { } known)
                server = server with { Database = known };
            else
                source.Refuse(texts.BadDatabase.With(where));
        if (source.Find(Addresses, addresses) is var (listed, place))
        {
            foreach (var one in listed.Split(';', StringSplitOptions.TrimEntries))
                if (!IsAddress(one))
                    source.Refuse(texts.BadAddresses.With(place, one));
            server = server with { Addresses = listed };
        }

        if (source.Find(Migrate, migrate) is var (answer, origin) && !bool.TryParse(answer, out migrates))
            source.Refuse(texts.BadSwitch.With(origin, answer));
        return (Reached(screen, source, server), migrates);
    }

    /// <summary>How people reach the server and sign in: in the file and the environment only.</summary>
    private static ServerSettings Reached(Screen screen, SettingsFile source, ServerSettings server)
    {
        var texts = screen.Vocabulary.Serve;
        if (source.Find(PlanningThreads, null) is var (number, place))
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads <= MostThreads)
                server = server with { PlanningThreads = threads };
            else
                source.Refuse(texts.BadThreads.With(place, number, MostThreads));
        if (source.Find(LogRequests, null) is var (answer, origin))
            if (bool.TryParse(answer, out var logs))
                server = server with { LogsRequests = logs };
            else
                source.Refuse(texts.BadSwitch.With(origin, answer));
        if (source.Find(Proxies, null) is var (listed, where))
        {
            var proxies = listed.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var wrong in proxies.Where(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _)))
                source.Refuse(texts.BadProxy.With(where, wrong));
            server = server with { Proxies = proxies };
        }

        return SigningIn(screen, source, server);
    }

    private static ServerSettings SigningIn(Screen screen, SettingsFile source, ServerSettings server)
    {
        if (source.Find(SignIn, null) is not var (json, _))
            return server;
        var read = JsonSerializer.Deserialize<JsonElement>(json);
        var part = new SettingsPart(screen.Vocabulary.Serve, source.PlaceOf);
        part.Gather(read, typeof(SignInSettings), SignIn);
        foreach (var fault in part.Faults)
            source.Refuse(fault);
        if (part.Faults.Count > 0)
            return server;
        var signIn = read.Deserialize<SignInSettings>(RegisterJson.Options)!;
        RefuseRoles(screen, source, signIn.SingleSignOn?.Roles ?? []);
        // The secret may come by the environment, so that the file can be read by more people
        if (signIn.SingleSignOn is { } sso && source.Find(ClientSecret, null) is var (secret, _))
            signIn = signIn with { SingleSignOn = sso with { ClientSecret = secret } };
        return server with { SignIn = signIn };
    }

    private static void RefuseRoles(Screen screen, SettingsFile source, IReadOnlyList<MappedRole> roles)
    {
        var language = screen.Vocabulary.Language == Language.Dutch ? "nl" : "en";
        foreach (var (i, mapped) in roles.Index())
            if (AccountRights.ObstacleFor(mapped.Role, mapped.Department) is { } obstacle)
                source.Refuse($"{source.PlaceOf(string.Create(CultureInfo.InvariantCulture, $"{SignIn}.singleSignOn.roles[{i}].department"))}: {obstacle.In(language)}");
    }

    // Names of machines are the server's business: * and + mean every address of this one
    private static bool IsAddress(string text) => Uri.TryCreate(
        text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal),
        UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath == "/" && uri.Query.Length == 0;

    private static Task<int> Run(Screen screen, RegisterAccess access, ServerSettings settings, bool migrates, CancellationToken cancellation)
    {
        // It does not listen yet, and touches nothing
        var built = Serving.Build(settings);
        return access.With(
            settings.Database,
            isMade: !migrates,
            async (context, _) =>
            {
                if (migrates)
                    await RegisterFile.Migrate(context, settings.Database, cancellation);
                return await Serving.Run(screen, settings, built, "--" + Addresses);
            },
            cancellation);
    }
}
