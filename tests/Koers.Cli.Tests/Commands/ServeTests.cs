using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class ServeTests
{
    private static readonly Dictionary<string, string> English = new() { ["LC_ALL"] = "en_US.UTF-8" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_demo_is_made_answers_stops_on_SIGTERM_and_is_used_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder["demo.db"];
        var made = KoersProcess.Run("demo", "--database", file, "--no-serve");
        Assert.Equal(0, made.Status);
        Assert.Contains("initiatives of the invented municipality of Lindewaard", made.Flat, StringComparison.Ordinal);
        var before = KoersProcess.Run("audit", "verify", "--database", file).Flat;
        Assert.StartsWith("The audit trail is whole: ", before, StringComparison.Ordinal);

        using var process = KoersProcess.Start(English, "demo", "--database", file, "--port", "0");
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line && !line.Contains("beheerder", StringComparison.Ordinal))
            lines.Add(line);
        var address = lines.First(line => line.StartsWith("Koers listens at ", StringComparison.Ordinal))["Koers listens at ".Length..];
        Assert.Contains(lines, line => line.Contains("the demo that was there", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("portfoliomanager", StringComparison.Ordinal));
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address + "/api/v1/openapi.json", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        KoersProcess.Signal(process, "TERM");
        Assert.Equal(0, KoersProcess.Finish(process).Status);
        Assert.Equal(before, KoersProcess.Run("audit", "verify", "--database", file).Flat);
    }

    [Fact]
    public void A_register_that_is_no_demo_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        KoersProcess.Run("db", "migrate", "--database", file);
        using (var context = App.Storage.RegisterContext.Open(App.Storage.DatabaseAddress.Parse(file)))
        {
            context.Add(new Domain.Organisation.Department { Id = Guid.CreateVersion7(), Code = "ruimte", Name = "Ruimte" });
            context.SaveChanges();
        }

        var refused = KoersProcess.Run("demo", "--database", file, "--no-serve");
        Assert.Equal(2, refused.Status);
        Assert.Contains("this is not a demo", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_go_before_the_environment_and_that_before_the_file()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.With("koers.json", $$"""{"database": "{{folder["a.db"]}}", "addresses": "http://127.0.0.1:1", "migrate": true}""");
        using var process = KoersProcess.Start(
            new Dictionary<string, string>(English) { ["KOERS_ADDRESSES"] = "nowhere", ["KOERS_DATABASE"] = folder["b.db"] },
            "serve", "--settings", settings, "--addresses", "http://127.0.0.1:0");
        var first = await process.StandardOutput.ReadLineAsync(Stop);
        Assert.StartsWith("Koers listens at http://127.0.0.1:", first, StringComparison.Ordinal);
        KoersProcess.Signal(process, "INT");
        var outcome = KoersProcess.Finish(process);
        Assert.Equal(0, outcome.Status);
        Assert.DoesNotContain("tzdata", outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["b.db"]));
        Assert.False(File.Exists(folder["a.db"]));
    }

    [Theory]
    [InlineData("en_US.UTF-8", "Koers listens at ", "follow UTC and not Dutch time")]
    [InlineData("nl_NL.UTF-8", "Koers luistert op ", "volgen UTC en niet de Nederlandse tijd")]
    public async Task A_server_on_a_machine_without_time_zones_says_what_to_install(string language, string listens, string said)
    {
        using var folder = new TemporaryFolder();
        using var process = KoersProcess.Start(
            new Dictionary<string, string> { ["LC_ALL"] = language, ["TZDIR"] = folder.Name },
            "serve", "--migrate", "--database", folder["koers.db"], "--addresses", "http://127.0.0.1:0");
        Assert.StartsWith(listens, await process.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);
        KoersProcess.Signal(process, "INT");
        var line = Assert.Single(KoersProcess.Finish(process).ErrorLines, line => line.Contains("tzdata", StringComparison.Ordinal));
        Assert.Contains(said, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_setting_is_one_line()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.With("koers.json", """{"databse": "a.db", "addresses": "ftp://x", "migrate": "perhaps", "logFormat": "xml"}""");
        var refused = KoersProcess.Run("serve", "--settings", settings, "--database", " ");
        Assert.Equal(2, refused.Status);
        Assert.Equal(5, refused.ErrorLines.Length);
        Assert.Contains("\"databse\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("\"ftp://x\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("\"perhaps\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("koers.json, logFormat: \"xml\" is no form of the log; expected text or json", refused.Error, StringComparison.Ordinal);
        Assert.Contains("there is no such file", KoersProcess.Run("serve", "--settings", folder["none.json"]).Error, StringComparison.Ordinal);
        Assert.Equal(2, KoersProcess.Run("serve", "--settings", folder.With("broken.json", "{")).Status);
    }

    [Fact]
    public void How_people_sign_in_is_read_strictly_and_a_wrong_word_is_named()
    {
        using var folder = new TemporaryFolder();
        var refused = KoersProcess.Run("serve", "--settings", folder.With(
            "koers.json",
            """
            {"signIn": {"isHttpsOnly": true, "singleSignOn": {"authority": "https://login.example", "clientId": "koers", "rolClaim": "x"}},
             "proxies": "10.0.0.5;10.0.0.0/8;nobody", "planningThreads": "many"}
            """));
        Assert.Equal(2, refused.Status);
        Assert.Equal(3, refused.ErrorLines.Length);
        Assert.Contains("rolClaim", refused.Error, StringComparison.Ordinal);
        Assert.Contains("\"nobody\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("\"many\"", refused.Error, StringComparison.Ordinal);
        var good = folder.With("good.json", """{"signIn": {"idleLimit": "00:30:00", "passkeyHost": "koers.example"}, "planningThreads": 0}""");
        Assert.Contains("koers db migrate", KoersProcess.Run("serve", "--settings", good, "--database", folder["none.db"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_in_a_part_of_the_settings_is_named_in_the_words_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.With(
            "koers.json",
            """
            {"database": 5, "signIn": {"mostFailures": -1, "foo": 1, "isHttpsOnly": "ja", "idleLimit": "soon", "lockTime": "00:00:00", "singleSignOn":
              {"authority": "nowhere", "roles": [{"value": "x", "role": "koning"}, {"role": "lezer"}]}}}
            """);
        var refused = KoersProcess.Run("serve", "--settings", settings);
        Assert.Equal(2, refused.Status);
        foreach (var name in (string[])["database", "signIn.mostFailures", "signIn.foo", "signIn.isHttpsOnly", "signIn.idleLimit", "signIn.lockTime",
            "signIn.singleSignOn.authority", "signIn.singleSignOn.clientId", "signIn.singleSignOn.roles[0].role", "signIn.singleSignOn.roles[1].value"])
            Assert.Single(refused.ErrorLines, line => line.Contains($"koers.json, {name}: ", StringComparison.Ordinal));
        Assert.Equal(10, refused.ErrorLines.Length);
        Assert.Contains("from 1 to 1000", refused.Error, StringComparison.Ordinal);
        foreach (var inside in (string[])["Koers.", "System.", ".NET", "$."])
            Assert.DoesNotContain(inside, refused.Error, StringComparison.Ordinal);
        var broken = KoersProcess.Run("serve", "--settings", folder.With("broken.json", "{\n  database"));
        Assert.Contains("not JSON (line 2, character 3)", Assert.Single(broken.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portfoliomanager", true)]
    [InlineData("bestuurder", false)]
    [InlineData("indiener", true)]
    [InlineData("beoordelaar", true)]
    [InlineData("afdelingshoofd", true)]
    [InlineData("projectleider", true)]
    [InlineData("concerncontroller", false)]
    [InlineData("lezer", false)]
    [InlineData("beheerder", false)]
    public void A_role_that_holds_for_the_whole_is_mapped_to_no_department(string role, bool isPossible)
    {
        using var folder = new TemporaryFolder();
        var settings = folder.With(
            "koers.json",
            """
            {"signIn": {"singleSignOn": {"authority": "https://login.example", "clientId": "koers", "roles":
              [{"value": "geheel", "role": "ROLE"}, {"value": "deel", "role": "ROLE", "department": "ruimte"}]}}}
            """.Replace("ROLE", role, StringComparison.Ordinal));
        var answer = KoersProcess.Run("serve", "--settings", settings, "--database", folder["none.db"]);
        if (isPossible)
            Assert.Contains("koers db migrate", answer.Error, StringComparison.Ordinal);
        else
            Assert.Contains(
                "koers.json, signIn.singleSignOn.roles[1].department: The role", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(isPossible, !answer.Error.Contains("not for a department", StringComparison.Ordinal));
    }

    [Fact]
    public void A_register_that_is_not_up_to_date_is_not_served_and_a_busy_port_is_one_clear_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        Assert.Contains("koers db migrate", KoersProcess.Run("serve", "--database", file).Error, StringComparison.Ordinal);
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var refused = KoersProcess.Run("serve", "--migrate", "--database", file, "--addresses", "http://127.0.0.1:" + port);
        Assert.Equal(2, refused.Status);
        Assert.Contains("--addresses", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }
}
