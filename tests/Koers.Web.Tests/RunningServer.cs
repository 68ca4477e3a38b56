using System.Net.Http.Headers;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Koers.Web.Tests;

/// <summary>The real server on a free port, on a register of its own in a real database.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private RunningServer(WebApplication server, TestRegister register) => (_server, Register) = (server, register);

    public TestRegister Register { get; }

    public static async Task<RunningServer> Start(DatabaseKind kind, PostgreSqlServer databases, Func<ServerSettings, ServerSettings>? with = null)
    {
        var register = await TestRegister.Make(kind, databases);
        var settings = new ServerSettings { Database = register.Address, Addresses = "http://127.0.0.1:0" };
        var server = KoersServer.Build(with?.Invoke(settings) ?? settings);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new RunningServer(server, register);
    }

    /// <summary>Where it is.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <summary>A client without a token.</summary>
    public HttpClient Stranger() => new() { BaseAddress = Address };

    /// <summary>A client with a token that has these roles and all scopes.</summary>
    public Task<HttpClient> ClientWith(params Role[] roles) => ClientOf(Enum.GetValues<ApiScope>(), roles);

    /// <summary>A client with a token that has these scopes and roles.</summary>
    public async Task<HttpClient> ClientOf(IEnumerable<ApiScope> scopes, params Role[] roles)
    {
        var token = $"koers_{Guid.NewGuid():N}";
        await using var context = Register.Open();
        context.ApiClients.Add(new ApiClient
        {
            Id = Guid.CreateVersion7(),
            Name = "test",
            TokenHash = ApiTokens.HashOf(token),
            Scopes = [.. scopes],
            Roles = [.. roles],
            ExpiresAt = DateTimeOffset.MaxValue.AddYears(-1),
            MadeAt = DateTimeOffset.UnixEpoch,
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Register.Dispose();
    }
}
