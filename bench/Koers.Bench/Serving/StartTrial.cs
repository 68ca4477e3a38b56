using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Koers.Bench.Serving;

/// <summary>How soon a server that is started gives its first answer: a page of the list of initiatives.</summary>
internal static class StartTrial
{
    private const int Times = 5;
    private const int Port = 5099;

    private static readonly Uri Address = new($"http://127.0.0.1:{Port}");

    /// <returns>Seconds from starting the process to the answer, of each start, from the shortest.</returns>
    public static async Task<IReadOnlyList<double>> Measure(string koers, string database, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LargeRegister.Token(0));
        var seconds = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var start = TimeProvider.System.GetTimestamp();
            using var server = Process.Start("dotnet", [koers, "serve", "--database", database, "--addresses", Address.ToString()]);
            try
            {
                await Listening(cancellation);
                using var answer = await client.GetAsync("/api/v1/initiatieven?paginaGrootte=1", cancellation);
                answer.EnsureSuccessStatusCode();
                seconds.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync(CancellationToken.None);
            }
        }

        return [.. seconds.Order()];
    }

    // Without exceptions, which would cost the server a part of the processors
    private static async Task Listening(CancellationToken cancellation)
    {
        while (!await Accepts())
            await Task.Delay(10, cancellation);
    }

    private static async Task<bool> Accepts()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var asked = new SocketAsyncEventArgs { RemoteEndPoint = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, Port) };
        var answered = new TaskCompletionSource();
        asked.Completed += (_, _) => answered.SetResult();
        if (socket.ConnectAsync(asked))
            await answered.Task;
        return asked.SocketError == SocketError.Success;
    }
}
