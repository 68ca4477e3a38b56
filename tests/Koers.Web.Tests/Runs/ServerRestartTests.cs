using Koers.App.Storage;
using Koers.App.Tests.Runs;
using Koers.App.Tests.Storage;
using Koers.Domain.Runs;
using Xunit;

namespace Koers.Web.Tests.Runs;

public class ServerRestartTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_server_that_stops_in_the_middle_of_a_run_goes_on_with_it_when_it_starts_again(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        await using var context = register.Open();
        // Longer than a busy machine takes to start a server and look
        var id = await RunRows.AskLong(context, 1, seconds: 12);
        await using (var first = KoersServer.Build(new ServerSettings { Database = register.Address, Addresses = "http://127.0.0.1:0" }))
        {
            await first.StartAsync(TestContext.Current.CancellationToken);
            await RunRows.Until(context, id, run => run.State == RunState.Running);
            await first.StopAsync(TestContext.Current.CancellationToken);
        }

        var left = await RunRows.Read(context, id);
        Assert.Equal((RunState.Queued, 0), (left.State, left.Attempts));
        await using var second = KoersServer.Build(new ServerSettings { Database = register.Address, Addresses = "http://127.0.0.1:0" });
        await second.StartAsync(TestContext.Current.CancellationToken);
        var run = await RunRows.Until(context, id, run => run.State is not (RunState.Queued or RunState.Running));
        Assert.Equal((RunState.Done, 1, 1), (run.State, run.Attempts, await RunRows.Ends(context, 1)));
    }

    [Fact]
    public async Task A_server_that_only_serves_leaves_runs_to_others()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await using var context = register.Open();
        var id = await RunRows.AskSmall(context, 1);
        await using var server = KoersServer.Build(
            new ServerSettings { Database = register.Address, Addresses = "http://127.0.0.1:0", PlanningThreads = 0 });
        await server.StartAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Equal(RunState.Queued, (await RunRows.Read(context, id)).State);
    }
}
