using System.Net;
using System.Text.RegularExpressions;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site;

/// <summary>A browser without scripts: it keeps cookies, sends forms as they stand on a page, and follows where it is sent.</summary>
internal sealed partial class PageBrowser : IDisposable
{
    private readonly HttpClient _client;

    private PageBrowser(HttpClient client) => _client = client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A browser in which nobody is signed in.</summary>
    public static PageBrowser Stranger(RunningServer server) => new(server.Browser());

    /// <summary>A browser in which somebody signs in by the page.</summary>
    public static async Task<PageBrowser> SignedIn(RunningServer server, string name, string password = People.Password)
    {
        var browser = Stranger(server);
        var page = await browser.Get("/aanmelden");
        var after = await browser.Send(page, "/aanmelden", ("/naam", name), ("/wachtwoord", password));
        Assert.NotEqual("/aanmelden", after.Path);
        return browser;
    }

    /// <summary>Asks for what pages are written in.</summary>
    public string Language
    {
        set
        {
            _client.DefaultRequestHeaders.AcceptLanguage.Clear();
            _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(value);
        }
    }

    public async Task<SeenPage> Get(string path)
    {
        for (var i = 0; i < 5; i++)
        {
            using var answer = await _client.GetAsync(path, Stop);
            if (answer.Headers.Location is not { } on)
                return await Seen(path, answer);
            path = on.IsAbsoluteUri ? on.PathAndQuery : on.OriginalString;
        }

        throw new InvalidOperationException("Sent on more than five times.");
    }

    /// <summary>Sends a form of a page, with the token that stands there, and follows.</summary>
    public async Task<SeenPage> Send(SeenPage page, string action, params (string Name, string Text)[] fields)
    {
        var token = Token().Match(page.Html);
        Assert.True(token.Success, $"There is no form on {page.Path}.");
        using var content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Text)).Append(KeyValuePair.Create("_formulier", token.Groups[1].Value)));
        using var answer = await _client.PostAsync(action, content, Stop);
        return answer.StatusCode == HttpStatusCode.SeeOther ? await Get(answer.Headers.Location!.OriginalString) : await Seen(action, answer);
    }

    /// <summary>The same with a file, as a form for uploading sends it.</summary>
    public async Task<SeenPage> SendFile(SeenPage page, string action, string name, byte[]? file, params (string Name, string Text)[] fields)
    {
        var token = Token().Match(page.Html);
        Assert.True(token.Success, $"There is no form on {page.Path}.");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(token.Groups[1].Value), "_formulier");
        foreach (var (field, text) in fields)
            content.Add(new StringContent(text), field);
        if (file is not null)
            content.Add(new ByteArrayContent(file), "bestand", name);
        using var answer = await _client.PostAsync(action, content, Stop);
        return answer.StatusCode == HttpStatusCode.SeeOther ? await Get(answer.Headers.Location!.OriginalString) : await Seen(action, answer);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<SeenPage> Seen(string path, HttpResponseMessage answer) =>
        new(path, answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), answer);

    [GeneratedRegex("name=\"_formulier\" value=\"(?<found>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

/// <summary>A page as it came.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Html">The page, with signs written out.</param>
/// <param name="Answer">The answer, for its headers.</param>
internal sealed record SeenPage(string Path, HttpStatusCode Status, string Html, HttpResponseMessage Answer)
{
    /// <summary>What stands in a hidden field of a page.</summary>
    public string Field(string name)
    {
        var found = Regex.Match(Html, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(found.Success, $"There is no field {name} on {Path}.");
        return found.Groups[1].Value;
    }
}
