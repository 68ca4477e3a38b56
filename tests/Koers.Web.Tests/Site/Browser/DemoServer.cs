using Koers.App.Demo;
using Koers.App.Storage;
using Koers.Web.Tests.Site.Browser;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoServer))]

namespace Koers.Web.Tests.Site.Browser;

/// <summary>A server with the complete demo municipality, and a real Chromium: made once for all tests that look at pages as people do. Who changes
/// something in it changes what no other test looks at.</summary>
public sealed class DemoServer : IAsyncDisposable
{
    /// <summary>How long a step may take, in milliseconds: a test on a busy machine waits, it does not measure.</summary>
    private const float Patience = 90_000;

    private readonly SemaphoreSlim _starting = new(1);
    private RunningServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The server; started for the first who asks.</summary>
    public async Task<RunningServer> Server()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_server is not null)
                return _server;
            // All tests together sign in more often than people do
            var server = await RunningServer.Start(DatabaseKind.Sqlite, databases: null!, settings => settings with
            {
                SignIn = settings.SignIn with { FailuresPerName = 10_000, FailuresPerAddress = 10_000 },
            });
            await using var context = server.Register.Open();
            await DemoMunicipality.Fill(context, TimeProvider.System, TestContext.Current.CancellationToken);
            return _server = server;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A window of Chromium in which somebody of the demo is signed in.</summary>
    /// <param name="user">Name of the account; null = nobody is signed in.</param>
    /// <param name="language">"nl" or "en".</param>
    /// <param name="options">What else the window is like.</param>
    public async Task<IPage> Window(string? user, string language = "nl", BrowserNewContextOptions? options = null) =>
        await Window(await Server(), user, DemoMunicipality.Password, language, options);

    /// <summary>A window of Chromium on a server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="user">Name of the account; null = nobody is signed in.</param>
    /// <param name="password">Its password.</param>
    /// <param name="language">"nl" or "en".</param>
    /// <param name="options">What else the window is like.</param>
    public async Task<IPage> Window(RunningServer server, string? user, string password, string language = "nl", BrowserNewContextOptions? options = null)
    {
        var browser = await Chromium();
        options ??= new BrowserNewContextOptions();
        options.BaseURL = server.Address.ToString();
        options.Locale = language;
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        var window = await browser.NewContextAsync(options);
        await window.AddCookiesAsync([new Cookie { Name = "koers-taal", Value = language, Url = server.Address.ToString() }]);
        window.SetDefaultTimeout(Patience);
        var page = await window.NewPageAsync();
        if (user is not null)
            await SignIn(page, user, password);
        return page;
    }

    /// <summary>Signs in by the page, as people do.</summary>
    /// <param name="page">A window in which nobody is signed in.</param>
    /// <param name="user">Name of the account.</param>
    /// <param name="password">Its password.</param>
    public static async Task SignIn(IPage page, string user, string password)
    {
        await page.GotoAsync("/aanmelden");
        await page.FillAsync("[name='/naam']", user);
        await page.FillAsync("[name='/wachtwoord']", password);
        await page.ClickAsync("form[action='/aanmelden'] button[type=submit]");
        // Not until everything is loaded: that was seen to be missed where the machine was busy
        await page.WaitForURLAsync(url => !url.Contains("/aanmelden", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main h1").WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _starting.Dispose();
    }

    private async Task<IBrowser> Chromium()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            // Debian's own (eng/check.sh installs it), without what its script adds for people with a screen
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/lib/chromium/chromium",
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
