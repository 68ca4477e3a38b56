using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Cli.Tests.Runs;

/// <summary>A server that is killed while people and files write: what was confirmed is there, and nothing is there by half.</summary>
public class KilledServerTests(PostgreSqlServer server)
{
    private const string Token = "koers_aan-het-schrijven";
    private const int InFile = 120;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_was_confirmed_before_a_server_was_killed_is_there_and_nothing_is_there_by_half(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await register.SaveSquare();
        await using (var context = register.Open())
        {
            context.ApiClients.Add(new ApiClient
            {
                Id = Guid.CreateVersion7(),
                Name = "schrijver",
                TokenHash = ApiClientRegister.HashOf(Token),
                Scopes = [.. Enum.GetValues<ApiScope>()],
                Roles = [Role.PortfolioManager],
                ExpiresAt = DateTimeOffset.MaxValue.AddYears(-1),
                MadeAt = DateTimeOffset.UnixEpoch,
            });
            await context.SaveChangesAsync(Stop);
        }

        var written = new Written();
        var random = new Random(20261);
        // Each time on what the time before left behind
        for (var round = 1; round <= 3; round++)
        {
            await WriteUntilKilled(register, written, round, TimeSpan.FromMilliseconds(random.Next(50, 1500)));
            await Check(register, written);
        }

        Assert.NotEmpty(written.Names);
    }

    private static async Task WriteUntilKilled(TestRegister register, Written written, int round, TimeSpan moment)
    {
        using var process = KoersProcess.Start(
            new Dictionary<string, string>
            {
                ["LC_ALL"] = "en_US.UTF-8",
                ["KOERS_DATABASE"] = register.Address.Kind == DatabaseKind.Sqlite ? register.Address.Shown : register.Address.ConnectionString,
            },
            "serve", "--addresses", "http://127.0.0.1:0");
        // A busy machine may have a warning first
        var line = await process.StandardOutput.ReadLineAsync(Stop);
        while (line?.StartsWith("Koers listens at ", StringComparison.Ordinal) == false)
            line = await process.StandardOutput.ReadLineAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(line!["Koers listens at ".Length..]) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var before = written.Count;
        Task[] writers =
        [
            UntilGone(process, i => Propose(client, written, $"voorstel {round}a-{i}")), UntilGone(process, i => Propose(client, written, $"voorstel {round}b-{i}")),
            UntilGone(process, i => Change(client, written, $"plein {round}-{i}")), UntilGone(process, i => Import(client, written, $"bestand {round}-{i}")),
        ];
        while (written.Count == before && !process.HasExited)
            await Task.Delay(10, Stop);
        await Task.Delay(moment, Stop);
        KoersProcess.Signal(process, "KILL");
        await process.WaitForExitAsync(Stop);
        await Task.WhenAll(writers);
    }

    private static async Task Check(TestRegister register, Written written)
    {
        await using var context = register.Open();
        var names = await context.Initiatives.AsNoTracking().Where(i => i.Number != "2026-0042").Select(i => i.Name).ToListAsync(Stop);
        Assert.Empty(written.Names.Except(names));
        Assert.Equal(names.Count, names.Distinct().Count());
        foreach (var file in names.Where(n => n.StartsWith("bestand", StringComparison.Ordinal)).GroupBy(n => n[..n.LastIndexOf(' ')]))
            Assert.Equal(InFile, file.Count());
        foreach (var file in written.Files)
            Assert.Equal(InFile, names.Count(n => n.StartsWith(file + " ", StringComparison.Ordinal)));
        // The thing and its line in the trail: both or neither
        var lines = await context.AuditEntries.AsNoTracking().Select(e => new { e.Action, e.Target }).ToListAsync(Stop);
        Assert.Equal(names.Count, lines.Count(e => e.Action == "initiatief.indienen"));
        var square = await context.Initiatives.AsNoTracking().SingleAsync(i => i.Number == "2026-0042", Stop);
        Assert.Equal(square.Version, lines.Count(e => e is { Action: "initiatief.wijzigen", Target: "initiatief/2026-0042" }));
        Assert.True(square.Version >= written.Version, $"Version {square.Version}, and {written.Version} was confirmed.");
        written.Version = square.Version;
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    /// <summary>Goes on until nobody answers any more.</summary>
    private static async Task UntilGone(Process process, Func<int, Task> write)
    {
        for (var i = 0; !process.HasExited; i++)
        {
            try
            {
                await write(i);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException)
            {
                // The server is gone, and what it did not confirm need not be there
            }
        }
    }

    private static async Task Propose(HttpClient client, Written written, string name)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/initiatieven", new { naam = name, afdeling = "ruimte" }, Stop);
        if (answer.StatusCode == HttpStatusCode.Created)
            written.Add(name);
        else
            await Task.Delay(50, Stop);
    }

    private static async Task Change(HttpClient client, Written written, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/initiatieven/2026-0042") { Content = JsonContent.Create(new { naam = name, afdeling = "ruimte" }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{written.Version}\"");
        using var answer = await client.SendAsync(request, Stop);
        if (answer.StatusCode == HttpStatusCode.OK)
            written.Version++;
        else
            await Task.Delay(50, Stop);
    }

    private static async Task Import(HttpClient client, Written written, string name)
    {
        var file = Encoding.UTF8.GetBytes("Nummer;Naam;Afdeling\n" + string.Concat(Enumerable.Range(0, InFile).Select(i => $";{name} {i};ruimte\n")));
        using var seen = await client.PostAsync("/api/v1/imports", new ByteArrayContent(file), Stop);
        if (seen.StatusCode != HttpStatusCode.OK)
            return;
        var mark = (string)(await seen.Content.ReadFromJsonAsync<JsonObject>(Stop))!["kenmerk"]!;
        using var stored = await client.PostAsync($"/api/v1/imports?toepassen={mark}", new ByteArrayContent(file), Stop);
        if (stored.StatusCode == HttpStatusCode.OK)
            written.AddFile(name);
    }

    /// <summary>What the server confirmed.</summary>
    private sealed class Written
    {
        private readonly Lock _lock = new();

        public List<string> Names { get; } = [];

        public List<string> Files { get; } = [];

        /// <summary>Version of the square; only one writer changes it.</summary>
        public int Version { get; set; }

        public int Count
        {
            get
            {
                lock (_lock)
                    return Names.Count;
            }
        }

        public void Add(string name)
        {
            lock (_lock)
                Names.Add(name);
        }

        public void AddFile(string name)
        {
            lock (_lock)
                Files.Add(name);
        }
    }
}
