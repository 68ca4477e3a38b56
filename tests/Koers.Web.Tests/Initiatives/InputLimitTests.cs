using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Initiatives;

/// <summary>How much can be entered of one initiative; whoever enters more is refused before anything is done with it.</summary>
public class InputLimitTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("partners", 50)]
    [InlineData("documenten", 100)]
    [InlineData("labels", 50)]
    [InlineData("varianten", 20)]
    [InlineData("varianten/0/uitgaven", 2_000)]
    [InlineData("varianten/0/inzet", 2_000)]
    [InlineData("varianten/0/effecten", 2_000)]
    public async Task A_list_that_is_too_long_is_one_fault_and_the_description_says_how_long_it_can_be(string list, int most)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        var refused = await client.Post("initiatieven", Initiative(list, most + 1));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var fault = Assert.Single(refused.Body!["fouten"]!.AsArray())!;
        Assert.Equal($"/{list}", (string?)fault["waar"]);
        Assert.Contains($"{most}", (string?)fault["wat"], StringComparison.Ordinal);
        var accepted = await client.Post("initiatieven", Initiative(list, most));
        Assert.DoesNotContain($"/{list}", (accepted.Body!["fouten"]?.AsArray() ?? []).Select(f => (string?)f!["waar"]));

        var schemas = (await client.GetFromJsonAsync<JsonObject>("/api/v1/openapi.json", Stop))!["components"]!["schemas"]!;
        var property = schemas[list.Contains('/', StringComparison.Ordinal) ? "VariantInput" : "InitiativeInput"]!["properties"]![list.Split('/')[^1]]!;
        Assert.Equal(most, (int?)property[list == "labels" ? "maxProperties" : "maxItems"]);
    }

    [Theory]
    [InlineData(0.0, 1e-9, 1.0, "0 kan niet: van 0,000000001 tot en met 1.", "0 is not possible: from 0.000000001 to 1.")]
    [InlineData(-1.5, 0.0, 1e12, "-1,5 kan niet: van 0 tot en met 1.000.000.000.000.", "-1.5 is not possible: from 0 to 1,000,000,000,000.")]
    public void A_number_out_of_bounds_is_told_the_bounds_as_people_write_numbers(double number, double lowest, double highest, string dutch, string english)
    {
        var check = new InputCheck();
        check.Range(number, "/getal", lowest, highest);
        var fault = Assert.Single(check.Faults);
        Assert.Equal((dutch, english), (fault.Text.Dutch, fault.Text.English));
    }

    // 979 kB with 45,000 partners took a minute to refuse, and four megabytes to say so
    [Fact]
    public async Task A_large_body_full_of_faults_is_refused_with_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        using var answer = await client.PostAsJsonAsync("/api/v1/initiatieven", Initiative("partners", 40_000), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Stop)).Length, 1, 2_000);
    }

    [Fact]
    public void No_more_than_a_hundred_faults_are_said_and_that_there_are_more_is_said_too()
    {
        var check = new InputCheck();
        for (var i = 0; i < 1_000; i++)
            check.That(false, $"/{i}", "Fout.", "Wrong.");
        var faults = Assert.Throws<InvalidInputException>(check.Done).Faults;
        Assert.Equal((101, 1_000, "/99"), (faults.Count, check.Count, faults[99].Where));
        Assert.Contains("100", faults[100].Text.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1989-10-01")]
    [InlineData("2101-01-01")]
    [InlineData("9999-10-01")]
    public async Task A_start_in_no_sensible_year_is_refused(string day)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        var refused = await client.Post("initiatieven", new
        {
            naam = "x",
            afdeling = "ruimte",
            varianten = new[] { new { code = "basis", vroegsteStart = day, laatsteStart = day } },
        });
        Assert.Equal(
            ["/varianten/0/vroegsteStart", "/varianten/0/laatsteStart"], refused.Body!["fouten"]!.AsArray().Select(f => (string?)f!["waar"]));
    }

    [Theory]
    [InlineData("naam", "\u202Eexe.fdp")]
    [InlineData("naam", "plein \u2066groen\u2069")]
    [InlineData("naam", "\u200B")]
    [InlineData("naam", "\u200B \uFEFF\u2060")]
    [InlineData("gebied", "\u200B")]
    public async Task A_name_that_reads_otherwise_than_it_is_written_or_cannot_be_seen_is_refused(string field, string text)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        var input = new JsonObject { ["naam"] = "x", ["afdeling"] = "ruimte" };
        input[field] = text;
        var refused = await client.Post("initiatieven", input);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal($"/{field}", (string?)Assert.Single(refused.Body!["fouten"]!.AsArray())!["waar"]);
    }

    [Theory]
    [InlineData("0.100", false)]
    [InlineData("8,3", false)]
    [InlineData("wonen", false)]
    [InlineData(" 0.10 ", true)]
    [InlineData("", true)]
    public async Task A_policy_field_is_one_of_the_list(string code, bool isKnown)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var answer = await client.Post("initiatieven", new { naam = "x", afdeling = "ruimte", taakveld = code });
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"Nummer;Naam;Afdeling;Taakveld\n;x;ruimte;{code}\n"));
        using var taken = await client.PostAsync("/api/v1/imports", file, Stop);
        var faults = (await taken.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]!.AsArray();
        if (isKnown)
        {
            Assert.Equal(code.Trim(), (string?)answer.Body!["inhoud"]!["taakveld"] ?? "");
            Assert.Empty(faults);
            return;
        }

        Assert.Equal("/taakveld", (string?)Assert.Single(answer.Body!["fouten"]!.AsArray())!["waar"]);
        Assert.Equal("/Initiatieven/D2", (string?)Assert.Single(faults)!["waar"]);
    }

    [Theory]
    [InlineData("https://voorbeeld.example/a\r\nb")]
    [InlineData("https://voorbeeld.example/a b")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public async Task An_address_of_a_document_is_one_line_of_a_sensible_length(string? address)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        address ??= "https://voorbeeld.example/" + new string('a', 2_000);
        var refused = await client.Post("initiatieven", new { naam = "x", afdeling = "ruimte", documenten = new[] { new { titel = "Plan", adres = address } } });
        Assert.Equal("/documenten/0/adres", (string?)Assert.Single(refused.Body!["fouten"]!.AsArray())!["waar"]);
    }

    [Fact]
    public async Task What_was_entered_before_there_were_limits_is_named_when_it_fits_into_no_sheet()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var square = await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        await using (var context = server.Register.Open())
        {
            var initiative = await context.Initiatives.Include(i => i.Variants).SingleAsync(i => i.Id == square.Id, Stop);
            initiative.Variants[0].LatestStart = new DateOnly(9999, 10, 1);
            await context.SaveChangesAsync(Stop);
        }

        foreach (var form in (string[])["xlsx", "csv"])
        {
            using var answer = await client.GetAsync($"/api/v1/exports/initiatieven?vorm={form}", Stop);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("2026-0042", (string?)(await answer.Json())["detail"], StringComparison.Ordinal);
        }
    }

    private static JsonObject Initiative(string list, int count)
    {
        var input = new JsonObject { ["naam"] = "x", ["afdeling"] = "ruimte" };
        if (list == "labels")
        {
            input["labels"] = new JsonObject(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v")));
            return input;
        }

        var name = list.Split('/')[^1];
        var lines = new JsonArray([.. Enumerable.Range(0, count).Select(i => Line(name, i))]);
        if (list == name)
            input[name] = lines;
        else
            input["varianten"] = new JsonArray(new JsonObject { ["code"] = "basis", [name] = lines });
        return input;
    }

    private static JsonObject Line(string list, int i) => list switch
    {
        "partners" => new JsonObject { ["afdeling"] = $"a{i}" },
        "documenten" => new JsonObject { ["titel"] = "Plan", ["adres"] = "https://voorbeeld.example/" },
        "varianten" => new JsonObject { ["code"] = $"v{i}" },
        "uitgaven" => new JsonObject { ["budget"] = $"b{i}", ["kwartaal"] = 0, ["bedrag"] = 1 },
        "inzet" => new JsonObject { ["pool"] = $"p{i}", ["kwartaal"] = 0, ["fte"] = 1 },
        _ => new JsonObject { ["doel"] = $"d{i}", ["punten"] = 1 },
    };
}
