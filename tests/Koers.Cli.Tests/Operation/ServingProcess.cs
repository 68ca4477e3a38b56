using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Xunit;

namespace Koers.Cli.Tests.Operation;

/// <summary><c>koers serve</c> as a process, on a free port.</summary>
internal sealed class ServingProcess : IDisposable
{
    public const string Password = "paarse-fiets-tegen-wind";

    private readonly Process _process;
    private readonly string _first;

    private ServingProcess(Process process, string first, string address) => (_process, _first, Address) = (process, first, new Uri(address));

    public Uri Address { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts, and waits until it says where it listens.</summary>
    /// <param name="register">The register.</param>
    /// <param name="environment">Settings.</param>
    /// <param name="addressIn">The address in the line that says it; null where another line says something else.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<ServingProcess> Start(
        TestRegister register, IReadOnlyDictionary<string, string> environment, Func<string, string?> addressIn, params string[] arguments)
    {
        var process = KoersProcess.Start(
            new Dictionary<string, string>(environment) { ["KOERS_DATABASE"] = Of(register) }, ["serve", "--addresses", "http://127.0.0.1:0", .. arguments]);
        var said = "";
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            said += line + "\n";
            if (addressIn(line) is { } address)
                return new ServingProcess(process, said, address);
        }

        throw new InvalidOperationException(said + await process.StandardError.ReadToEndAsync(Stop));
    }

    /// <summary>The address in a line of text.</summary>
    public static string? InText(string line) => line.StartsWith("Koers listens at ", StringComparison.Ordinal) ? line["Koers listens at ".Length..] : null;

    public static string Of(TestRegister register) => register.Address.Kind == DatabaseKind.Sqlite ? register.Address.Shown : register.Address.ConnectionString;

    /// <summary>Makes an account with the password above.</summary>
    public static void AddUser(TestRegister register, string name, string role)
    {
        var added = KoersProcess.Run(
            new Dictionary<string, string> { ["KOERS_DATABASE"] = Of(register) }, Password + "\n", "user", "add", name, "--role", role, "--password-stdin");
        Assert.True(added.Status == 0, added.Error);
    }

    /// <summary>A browser without anybody in it, which sends the header of our own pages.</summary>
    public HttpClient Browser()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Requested-With", "koers");
        return client;
    }

    public static async Task<HttpStatusCode> SignIn(HttpClient browser, string name, string password)
    {
        using var answer = await browser.PostAsJsonAsync("/api/v1/sessies", new { naam = name, wachtwoord = password }, Stop);
        return answer.StatusCode;
    }

    /// <summary>Asks it to end, and gives everything that it wrote.</summary>
    public Outcome End()
    {
        KoersProcess.Signal(_process, "TERM");
        var outcome = KoersProcess.Finish(_process);
        Assert.True(outcome.Status == 0, $"{outcome.Status}: {outcome.Error}");
        return outcome with { Out = _first + outcome.Out };
    }

    public void Dispose()
    {
        // Where a test failed before it ended
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
