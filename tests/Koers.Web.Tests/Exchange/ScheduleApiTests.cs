using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Exchange;

public class ScheduleApiTests(PostgreSqlServer databases)
{
    private const string Out = "/api/v1/exports/planning?vorm=mspdi";
    private const string In = "/api/v1/imports/planning";

    private static readonly XNamespace Mspdi = "http://schemas.microsoft.com/project";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_agreement_goes_out_as_tasks_with_days_and_links_and_comes_back_without_differences(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await Agreed(server);
        var file = await manager.GetByteArrayAsync(new Uri(Out, UriKind.Relative), Stop);
        var tasks = XDocument.Load(new MemoryStream(file)).Root!.Element(Mspdi + "Tasks")!.Elements().ToArray();
        string Of(int task, string name) => tasks[task].Element(Mspdi + name)!.Value;
        Assert.Equal(
            ["1 1 Wonen & water <2030>", "2 1.1 Initiatief 2026-0001", "1 2 Zonder programma", "2 2.1 Initiatief 2026-0002"],
            tasks.Select((_, i) => $"{Of(i, "OutlineLevel")} {Of(i, "OutlineNumber")} {Of(i, "Name")}"));
        // The first quarter of 2027 has 90 days of eight hours, the third 92
        Assert.Equal(("260000001", "2027-01-01T08:00:00", "2027-03-31T17:00:00", "PT720H0M0S"), (Of(1, "UID"), Of(1, "Start"), Of(1, "Finish"), Of(1, "Duration")));
        Assert.Equal(("260000002", "2027-07-01T08:00:00", "2027-09-30T17:00:00", "PT736H0M0S"), (Of(3, "UID"), Of(3, "Start"), Of(3, "Finish"), Of(3, "Duration")));
        // One quarter in between: 91 days of 480 minutes, in tenths
        var link = Assert.Single(tasks[3].Elements(Mspdi + "PredecessorLink"));
        Assert.Equal(("260000001", "1", "436800"), (link.Element(Mspdi + "PredecessorUID")!.Value, link.Element(Mspdi + "Type")!.Value, link.Element(Mspdi + "LinkLag")!.Value));
        Assert.Equal(tasks.Length, tasks.Select(t => t.Element(Mspdi + "UID")!.Value).Distinct().Count());

        var preview = await Compared(manager, file);
        Assert.Equal((1, 2), ((int)preview["portfolioafspraak"]!, (int)preview["ongewijzigd"]!));
        foreach (var part in (string[])["verschillen", "ontbreekt", "onbekend"])
            Assert.Empty(preview[part]!.AsArray());
        // The same in other groups
        Assert.Empty((await Compared(manager, await manager.GetByteArrayAsync(new Uri(Out + "&indeling=afdeling", UriKind.Relative), Stop)))["verschillen"]!.AsArray());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_moved_in_another_program_is_shown_and_nothing_of_it_is_stored(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await Agreed(server);
        var text = await manager.GetStringAsync(new Uri(Out, UriKind.Relative), Stop);
        await using var before = server.Register.Open();
        var lines = await before.AuditEntries.CountAsync(Stop);
        // The second moves half a year and ends when a day begins; who made the file knows no Text1 and added a task of its own
        var changed = XDocument.Parse(text);
        var tasks = changed.Root!.Element(Mspdi + "Tasks")!.Elements().ToArray();
        tasks[1].Remove();
        tasks[3].Elements(Mspdi + "ExtendedAttribute").Remove();
        tasks[3].Element(Mspdi + "Start")!.Value = "2028-01-03T08:00:00";
        tasks[3].Element(Mspdi + "Finish")!.Value = "2028-04-01T00:00:00";
        tasks[3].AddAfterSelf(new XElement(Mspdi + "Task", new XElement(Mspdi + "UID", "77"), new XElement(Mspdi + "Name", "Inhuizen")));
        var preview = await Compared(manager, Encoding.UTF8.GetBytes(changed.ToString()));
        var difference = Assert.Single(preview["verschillen"]!.AsArray())!;
        Assert.Equal(
            ("2026-0002", "2027-07-01", "2028-01-03", "2027-09-30", "2028-03-31", 2),
            ((string?)difference["initiatief"], (string?)difference["startOud"], (string?)difference["startNieuw"], (string?)difference["eindeOud"],
                (string?)difference["eindeNieuw"], (int)difference["kwartalenLater"]!));
        Assert.Equal(["2026-0001"], preview["ontbreekt"]!.AsArray().Select(n => (string?)n));
        Assert.Equal(["Inhuizen"], preview["onbekend"]!.AsArray().Select(n => (string?)n!["naam"]));
        await using var after = server.Register.Open();
        Assert.Equal(lines, await after.AuditEntries.CountAsync(Stop));
        Assert.Equal(new DateOnly(2027, 7, 1), (await after.Initiatives.FirstAsync(i => i.Number == "2026-0002", Stop)).AgreedStart);
    }

    [Fact]
    public async Task A_task_that_was_set_inactive_is_missing_and_days_that_people_set_go_before_computed_ones()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await Agreed(server);
        var file = XDocument.Parse(await manager.GetStringAsync(new Uri(Out, UriKind.Relative), Stop));
        var tasks = file.Root!.Element(Mspdi + "Tasks")!.Elements().ToArray();
        // What goes out is scheduled by the program, and takes part
        Assert.All(tasks, task => Assert.Equal(("1", "0"), (task.Element(Mspdi + "Active")!.Value, task.Element(Mspdi + "Manual")!.Value)));
        tasks[1].Element(Mspdi + "Active")!.Value = "0";
        tasks[3].Element(Mspdi + "Manual")!.Value = "1";
        tasks[3].Element(Mspdi + "Duration")!.AddAfterSelf(
            new XElement(Mspdi + "ManualStart", "2027-10-01T08:00:00"), new XElement(Mspdi + "ManualFinish", "2027-12-31T17:00:00"));
        var preview = await Compared(manager, Encoding.UTF8.GetBytes(file.ToString()));
        Assert.Equal(["2026-0001"], preview["ontbreekt"]!.AsArray().Select(n => (string?)n));
        var moved = Assert.Single(preview["verschillen"]!.AsArray())!;
        Assert.Equal(("2027-10-01", "2027-12-31", 1), ((string?)moved["startNieuw"], (string?)moved["eindeNieuw"], (int)moved["kwartalenLater"]!));
        // Days that were left over from when people set them do not count any more
        tasks[3].Element(Mspdi + "Manual")!.Value = "0";
        Assert.Empty((await Compared(manager, Encoding.UTF8.GetBytes(file.ToString())))["verschillen"]!.AsArray());
    }

    /// <summary>Files that somebody made to do harm, or that are none of ours.</summary>
    public static TheoryData<string> Hostile => ["dtd", "outside", "bomb", "deep", "long", "other", "space", "cut", "encoding", "zeros", "empty", "day", "twice"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_or_broken_file_is_refused_in_words(string kind)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await Agreed(server);
        string Project(string inside, string before = "") => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>{before}<Project xmlns=\"{Mspdi}\"><Tasks>{inside}</Tasks></Project>";
        const string Task = "<Task><UID>260000001</UID><Start>2027-01-01T08:00:00</Start></Task>";
        var file = kind switch
        {
            "dtd" => Project("", "<!DOCTYPE Project>"),
            "outside" => Project("<Task><Name>&e;</Name></Task>", "<!DOCTYPE Project [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
            "bomb" => Project("<Task><Name>&b;</Name></Task>", $"<!DOCTYPE Project [<!ENTITY a \"{new string('x', 1000)}\"><!ENTITY b \"{string.Concat(Enumerable.Repeat("&a;", 1000))}\">]>"),
            "deep" => Project(string.Concat(Enumerable.Repeat("<Task>", 100_000))),
            "long" => Project($"<Task><Name>{new string('x', 1_000_000)}</Name></Task>"),
            "other" => "<html/>",
            "space" => "<Project><Tasks/></Project>",
            "cut" => Project(Task)[..^20],
            "encoding" => Project("").Replace("utf-8", "x-bestaat-niet", StringComparison.Ordinal),
            "zeros" => new string('\0', 1000),
            "day" => Project("<Task><UID>260000001</UID><Start>morgen</Start></Task>"),
            "twice" => Project(Task + Task),
            _ => "",
        };
        using var answer = await Post(manager, Encoding.UTF8.GetBytes(file));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.NotEmpty(problem["fouten"]!.AsArray());
        Assert.DoesNotContain("root:", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_with_a_role_takes_the_schedule_out_and_those_who_plan_compare()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using (var early = await server.ClientWith(Role.PortfolioManager))
        {
            using var nothing = await early.GetAsync(new Uri(Out, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }

        using var manager = await Agreed(server);
        var file = await manager.GetByteArrayAsync(new Uri(Out, UriKind.Relative), Stop);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await server.ClientWith(role);
            using var taken = await client.GetAsync(new Uri(Out, UriKind.Relative), Stop);
            using var compared = await Post(client, file);
            Assert.Equal(
                (HttpStatusCode.OK, role is Role.PortfolioManager or Role.Executive ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (taken.StatusCode, compared.StatusCode));
        }

        using var wrong = await manager.GetAsync(new Uri("/api/v1/exports/planning?vorm=mpp&indeling=kleur", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var tooLarge = await Post(manager, new byte[(20 << 20) + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    /// <summary>Two initiatives, the second a quarter after the first is finished, planned elsewhere and adopted.</summary>
    private static async Task<HttpClient> Agreed(RunningServer server)
    {
        var town = new SmallTown();
        var first = town.With("2026-0001", InitiativeState.Weighed, cost: 10_000m);
        var second = town.With("2026-0002", InitiativeState.Weighed, cost: 10_000m);
        town.Relate("eerst-grond", RelationType.DependsOn, first, second).Lag = 1;
        var programme = new Programme { Id = Guid.CreateVersion7(), Code = "wonen", Name = "Wonen & water <2030>" };
        first.ProgrammeId = programme.Id;
        await using (var context = server.Register.Open())
        {
            context.Add(programme);
            await town.Save(context);
        }

        var manager = await server.ClientWith(Role.PortfolioManager);
        // 0.75 x 4 points in three of four quarters, and in one of four
        const string Plan = """
            {"format":"koers-plan/1","status":"feasible","value":3,"bound":null,"gap":null,"certificate":null,"conflict":[],"seconds":0,"engine":"met de hand",
             "selected":[{"initiative":"2026-0001","variant":"basis","start":0},{"initiative":"2026-0002","variant":"basis","start":2}]}
            """;
        using var content = new StringContent(Plan, Encoding.UTF8, "application/json");
        using var brought = await manager.PostAsync(new Uri("/api/v1/plannen", UriKind.Relative), content, Stop);
        Assert.True(brought.StatusCode == HttpStatusCode.Created, await brought.Content.ReadAsStringAsync(Stop));
        using var executive = await server.ClientWith(Role.Executive);
        using var adopted = await executive.PostAsJsonAsync("/api/v1/portfolioafspraken", new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.True(adopted.StatusCode == HttpStatusCode.Created, await adopted.Content.ReadAsStringAsync(Stop));
        return manager;
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        return await client.PostAsync(new Uri(In, UriKind.Relative), content, Stop);
    }

    private static async Task<JsonObject> Compared(HttpClient client, byte[] file)
    {
        using var answer = await Post(client, file);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }
}
