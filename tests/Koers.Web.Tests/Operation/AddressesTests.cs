using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Koers.Web.Tests.Operation;

public sealed class AddressesTests(PostgreSqlServer databases)
{
    [Fact]
    public async Task The_addresses_of_a_server_are_made_once_whoever_asks_for_them()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await using var server = KoersServer.Build(new ServerSettings { Database = register.Address, Addresses = "http://127.0.0.1:0" });
        KoersServer.Prepare(server);
        var prepared = ((IEndpointRouteBuilder)server).DataSources.SelectMany(source => source.Endpoints).ToList();

        await server.StartAsync(TestContext.Current.CancellationToken);
        var served = server.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.NotEmpty(served);
        Assert.Equal(prepared, served, ReferenceEqualityComparer.Instance);
    }
}
