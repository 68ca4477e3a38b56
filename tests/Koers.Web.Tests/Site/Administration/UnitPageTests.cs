using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Administration;

public class UnitPageTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData("/beheer/afdelingen")]
    [InlineData("/beheer/programmas")]
    public async Task One_is_added_gets_another_name_and_is_removed(string path)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");

        var added = await browser.Send(await browser.Get(path), path, ("/naam", "Sociaal"), ("/code", "sociaal"));
        Assert.Contains("“Sociaal” is toegevoegd.", added.Html, StringComparison.Ordinal);
        var twice = await browser.Send(added, path, ("/naam", "Nog eens"), ("/code", "sociaal"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Contains("id=\"veld-code-fout\"", twice.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Nog eens\"", twice.Html, StringComparison.Ordinal);
        var page = await browser.Get(path + "/sociaal");
        var renamed = await browser.Send(page, path + "/sociaal", ("_versie", page.Field("_versie")), ("/code", "sociaal"), ("/naam", "Sociaal domein"));
        Assert.Contains("heet nu “Sociaal domein”", renamed.Html, StringComparison.Ordinal);
        var late = await browser.Send(page, path + "/sociaal", ("_versie", page.Field("_versie")), ("/code", "sociaal"), ("/naam", "Zorg"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("value=\"Zorg\"", late.Html, StringComparison.Ordinal);
        Assert.Contains("In het register heet het nu “Sociaal domein”.", late.Html, StringComparison.Ordinal);
        var sure = await browser.Get(path + "/sociaal/verwijderen");
        var gone = await browser.Send(sure, path + "/sociaal/verwijderen", ("_versie", sure.Field("_versie")));
        Assert.Contains("is verwijderd.", gone.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(path + "/sociaal")).Status);
    }

    [Fact]
    public async Task A_department_that_is_used_stays_and_the_page_says_by_what()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var sure = await browser.Get("/beheer/afdelingen/ruimte/verwijderen");

        var refused = await browser.Send(sure, "/beheer/afdelingen/ruimte/verwijderen", ("_versie", sure.Field("_versie")));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("wordt gebruikt door: initiatief 2026-0042", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_proposes_comes_at_none_of_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");
        var form = await browser.Get("/mij");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/beheer/afdelingen/ruimte")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Send(form, "/beheer/afdelingen", ("/naam", "X"), ("/code", "x"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Send(form, "/beheer/afdelingen/ruimte/verwijderen", ("_versie", "1"))).Status);
    }
}
