using System.Net;
using System.Net.Sockets;
using System.Text;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Web.Site;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Koers.Web.Tests.Site;

public sealed class PageQueueTests(PostgreSqlServer databases)
{
    private static readonly int Many = 16 * Environment.ProcessorCount;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_of_many_who_ask_at_once_gets_the_page()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = server.Stranger();
        var pages = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => client.GetStringAsync("/aanmelden", Stop)));
        Assert.All(pages, page => Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_for_pages_and_does_not_read_them_or_leaves_keeps_nobody_waiting()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var silent = new List<TcpClient>();
        try
        {
            for (var k = 0; k < Many; k++)
            {
                var line = new TcpClient { ReceiveBufferSize = 1024 };
                silent.Add(line);
                await line.ConnectAsync(server.Address.Host, server.Address.Port, Stop);
                await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /aanmelden HTTP/1.1\r\nHost: localhost\r\n\r\n"), Stop);
                if (k % 2 == 0)
                    line.Close();
            }

            using var client = server.Stranger();
            using var answer = await client.GetAsync("/aanmelden", Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            silent.ForEach(line => line.Dispose());
        }
    }

    [Fact]
    public async Task Some_pages_are_made_at_once_and_the_others_wait_their_turn_and_who_leaves_gives_it_away()
    {
        var (busy, most, made) = (0, 0, 0);
        var gate = new TaskCompletionSource();
        using var queue = new PageQueue(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref busy));
            await gate.Task;
            Interlocked.Decrement(ref busy);
            Interlocked.Increment(ref made);
        });
        using var leaves = new CancellationTokenSource();
        var asked = Enumerable.Range(0, Many).Select(_ => queue.InvokeAsync(Page("GET", Stop))).ToList();
        var left = queue.InvokeAsync(Page("GET", leaves.Token));
        var sent = queue.InvokeAsync(Page("POST", Stop));
        Assert.InRange(most, Environment.ProcessorCount + 1, Many - 1);
        Assert.Equal(most, busy);

        await leaves.CancelAsync();
        await left.WaitAsync(Stop);
        gate.SetResult();

        await Task.WhenAll(asked).WaitAsync(Stop);
        await sent;
        Assert.Equal((0, Many + 1), (busy, made));
    }

    private static DefaultHttpContext Page(string method, CancellationToken aborted)
    {
        var http = new DefaultHttpContext { RequestAborted = aborted };
        http.Request.Method = method;
        return http;
    }
}
