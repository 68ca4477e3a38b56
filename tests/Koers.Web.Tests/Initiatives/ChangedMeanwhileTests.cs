using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Xunit;

namespace Koers.Web.Tests.Initiatives;

public class ChangedMeanwhileTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_second_is_told_which_fields_the_first_changed_and_who_that_was(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await server.Add("een", new GivenRole(Role.PortfolioManager));
        await server.Add("twee", new GivenRole(Role.PortfolioManager));
        using var one = await server.SignedIn("een");
        using var two = await server.SignedIn("twee");
        var made = await one.Post("initiatieven", new { naam = "Fietsbrug", afdeling = "ruimte" });
        var address = $"initiatieven/{made.Body!["nummer"]}";
        var changed = await one.Put(address, new { naam = "Fietsbrug over het kanaal", afdeling = "ruimte", gebied = "Oost" }, made.Tag!);
        await one.Post(address + "/stappen", new { naar = "geparkeerd", reden = "later" }, changed.Tag);

        var typed = await two.Put(address, new { naam = "Fietstunnel", afdeling = "ruimte" }, made.Tag!);
        var stepped = await two.Post(address + "/stappen", new { naar = "in-voorbereiding" }, made.Tag);
        foreach (var refused in new[] { typed, stepped })
        {
            Assert.Equal((HttpStatusCode.PreconditionFailed, 3), (refused.Status, (int?)refused.Body!["versie"]));
            var lines = refused.Body["wijzigingen"]!.AsArray();
            Assert.Equal(["initiatief.wijzigen De een", "initiatief.stap De een"], lines.Select(line => $"{line!["actie"]} {line["naam"]}"));
            Assert.Equal(
                ["/inhoud/naam: Fietsbrug > Fietsbrug over het kanaal", "/inhoud/gebied:  > Oost"],
                lines[0]!["wijzigingen"]!.AsArray().Select(change => $"{change!["veld"]}: {change["voor"]} > {change["na"]}"));
            Assert.Contains(lines[1]!["wijzigingen"]!.AsArray(), change => $"{change!["veld"]}: {change["voor"]} > {change["na"]}" == "/toestand: idee > geparkeerd");
            Assert.All(lines, line => Assert.NotNull(line!["op"]));
        }

        // Who read the change is told what came after it only, and who sends no version is told to send one
        var later = await two.Put(address, new { naam = "Fietstunnel", afdeling = "ruimte" }, changed.Tag!);
        Assert.Equal(["initiatief.stap"], later.Body!["wijzigingen"]!.AsArray().Select(line => (string?)line!["actie"]));
        var none = await two.Send(HttpMethod.Put, address, new { naam = "Fietstunnel", afdeling = "ruimte" });
        Assert.Equal((HttpStatusCode.PreconditionRequired, null), (none.Status, none.Body!["wijzigingen"]));
        // Nothing of the second came through
        Assert.Equal("Fietsbrug over het kanaal", (string?)(await two.Get(address)).Body!["inhoud"]!["naam"]);
    }

    [Fact]
    public async Task Who_does_not_see_the_history_is_told_that_it_changed_and_not_what()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        var id = await server.Add("raadslid", new GivenRole(Role.Reader));
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var reader = await server.SignedIn("raadslid");
        var made = await manager.Post("initiatieven", new { naam = "Fietsbrug", afdeling = "ruimte" });
        var number = (string)made.Body!["nummer"]!;
        // Leads it, and sees now only what was adopted
        await using (var context = server.Register.Open())
        {
            var initiative = context.Initiatives.Single(i => i.Number == number);
            (initiative.LeadId, initiative.Version) = (id, 7);
            context.Entry(initiative).Property(i => i.State).CurrentValue = Koers.Domain.Initiatives.InitiativeState.Chosen;
            await new Koers.App.Audit.AuditTrail(context, TimeProvider.System).Save(
                TestRegister.Manager, _ => Task.FromResult(new Koers.App.Audit.Happening("import.uitvoeren", "import/1")), TestContext.Current.CancellationToken);
        }

        var refused = await reader.Post($"initiatieven/{number}/stappen", new { naar = "lopend" }, made.Tag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, 7), (refused.Status, (int?)refused.Body!["versie"]));
        Assert.Null(refused.Body["wijzigingen"]);
    }
}
