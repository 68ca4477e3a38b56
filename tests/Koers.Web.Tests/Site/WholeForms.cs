using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site;

/// <summary>A page as a browser without scripts has it.</summary>
internal sealed record SitePage(HttpStatusCode Status, IHtmlDocument Document, string? Location)
{
    /// <summary>What can be read in the main part of it, on one line.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands in a field.</summary>
    public string? Field(string name) => WholeForms.Fields(Document).FirstOrDefault(field => field.Key == name).Value;
}

/// <summary>Pages and forms, through the real server.</summary>
internal static class WholeForms
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SitePage> Page(this HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address, Stop);
        return await Read(answer);
    }

    /// <summary>Fills in the form of a page that leads to an address, and sends it with what else stands in it.</summary>
    public static async Task<SitePage> Send(this HttpClient browser, SitePage page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Document.QuerySelectorAll("form").Single(form => form.GetAttribute("action") == action);
        var fields = Fields(form).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value);
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(action, content, Stop);
        return await Read(answer);
    }

    /// <summary>The page on which an action lets people come out.</summary>
    public static async Task<SitePage> Followed(this HttpClient browser, SitePage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await browser.Page(answer.Location!);
    }

    public static async Task<HttpClient> InLanguage(this RunningServer server, string name, string language)
    {
        var browser = await server.SignedIn(name);
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        return browser;
    }

    public static IEnumerable<KeyValuePair<string, string>> Fields(IParentNode within)
    {
        foreach (var element in within.QuerySelectorAll("input[name],textarea[name],select[name]"))
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(select.Name!, select.Value ?? "");
                    break;
            }
    }

    private static async Task<SitePage> Read(HttpResponseMessage answer) => new(
        answer.StatusCode, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop),
        answer.Headers.Location?.ToString());
}
