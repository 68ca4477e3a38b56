using System.Net;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Api;

/// <summary>A municipality in which every address of the API has something to be about.</summary>
internal sealed class FilledTown : IAsyncDisposable
{
    /// <summary>Chosen, of department ruimte.</summary>
    public const string Chosen = "2026-0042";

    private FilledTown(RunningServer server) => Server = server;

    public RunningServer Server { get; }

    /// <summary>Numbers of initiatives by department and state, for example "sociaal/Idea".</summary>
    public Dictionary<string, string> Initiatives { get; } = new(StringComparer.Ordinal);

    /// <summary>Id of a scenario.</summary>
    public string Scenario { get; private set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<FilledTown> Make(DatabaseKind kind, PostgreSqlServer databases)
    {
        var town = new FilledTown(await RunningServer.Start(kind, databases));
        await town.Server.Register.SaveSquare();
        using var manager = await town.Server.ClientWith(Role.PortfolioManager, Role.Administrator);
        await FrameCaller.SetUp(manager);
        await manager.Post("afdelingen", new { code = "sociaal", naam = "Sociaal domein" });
        await manager.Post("programmas", new { code = "groen", naam = "Groene stad" });
        await manager.Put("huisstijl", new { naam = "Waterland-Oost", accent = "#0b5c1f", opAccent = "#ffffff", accentDonker = "#7fd09a", opAccentDonker = "#10151c" }, "\"0\"");
        foreach (var department in (string[])["ruimte", "sociaal"])
            foreach (var state in (InitiativeState[])[InitiativeState.Idea, InitiativeState.Submitted, InitiativeState.Chosen])
            {
                var made = await manager.Post("initiatieven", new { naam = $"Plan voor {department} {state}", afdeling = department });
                town.Initiatives.Add($"{department}/{state}", (string)made.Body!["nummer"]!);
            }

        town.Scenario = (string)(await manager.Post("scenarios", new { naam = "Meer groen" })).Body!["id"]!;
        await town.Place();
        return town;
    }

    /// <summary>An account with a role, in a browser that is signed in.</summary>
    public async Task<HttpClient> Person(Role role, string? department = null)
    {
        var name = $"{role}-{department ?? "geheel"}".ToLowerInvariant();
        await Server.Add(name, new GivenRole(role, department));
        return await Server.SignedIn(name);
    }

    /// <summary>Lets somebody lead the initiatives of a department.</summary>
    /// <param name="department">Its code.</param>
    /// <param name="name">With which that person signs in; null = nobody leads them.</param>
    public async Task Appoint(string department, string? name)
    {
        await using var context = Server.Register.Open();
        var normal = name?.ToUpperInvariant();
        var account = normal is null ? (Guid?)null : await context.Users.Where(a => a.NormalizedUserName == normal).Select(a => a.Id).SingleAsync(Stop);
        string[] numbers = [.. Initiatives.Where(one => one.Key.StartsWith(department + "/", StringComparison.Ordinal)).Select(one => one.Value)];
        await context.Initiatives.Where(i => numbers.Contains(i.Number)).ExecuteUpdateAsync(set => set.SetProperty(i => i.LeadId, account), Stop);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>What a long process leads to, at once.</summary>
    private async Task Place()
    {
        await using var context = Server.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            async stop =>
            {
                var all = await context.Initiatives.ToDictionaryAsync(i => i.Number, stop);
                foreach (var (name, number) in Initiatives)
                    context.Entry(all[number]).Property(i => i.State).CurrentValue = Enum.Parse<InitiativeState>(name.Split('/')[1]);
                context.Entry(all[Chosen]).Property(i => i.State).CurrentValue = InitiativeState.Chosen;
                var relation = new Relation { Id = Guid.CreateVersion7(), Code = "samen", Type = RelationType.Together, Version = 1 };
                relation.Members.AddRange(
                [
                    new RelationMember { Place = 0, InitiativeId = all[Chosen].Id },
                    new RelationMember { Place = 1, InitiativeId = all[Initiatives["sociaal/Chosen"]].Id },
                ]);
                context.Relations.Add(relation);
                return new Happening("import.uitvoeren", "import/1");
            },
            Stop);
    }
}
