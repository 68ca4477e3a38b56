using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Koers.Bench.Serving;

/// <summary>How long it takes to take the initiatives of a workbook in.</summary>
/// <param name="Initiatives">How many.</param>
/// <param name="Bytes">Size of the workbook.</param>
/// <param name="Preview">Seconds until it is known what would change.</param>
/// <param name="Storing">Seconds of storing that.</param>
internal sealed record ImportFigures(int Initiatives, int Bytes, double Preview, double Storing);

/// <summary>Writes all initiatives of a register to a workbook, makes new ones of them, and takes these in by the API, as a person would: first to see
/// what would change, and then to store it.</summary>
internal static class ImportTrial
{
    private const string Address = "http://127.0.0.1:5099";

    public static async Task<ImportFigures> Measure(string koers, string database, CancellationToken cancellation)
    {
        using var server = Process.Start("dotnet", [koers, "serve", "--database", database, "--addresses", Address]);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(Address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LargeRegister.Token(0));
            await ServerTrial.FirstAnswer(client, cancellation);
            var workbook = NewInitiatives.Of(await client.GetByteArrayAsync("/api/v1/exports/initiatieven", cancellation));
            var (preview, seen) = await Send(client, workbook, "", cancellation);
            if (seen["kenmerk"] is not { } token)
                throw new InvalidOperationException($"The workbook is not taken in: {seen["fouten"]?.ToJsonString()[..200]}");
            var (storing, stored) = await Send(client, workbook, $"?toepassen={token}", cancellation);
            return new ImportFigures(stored["initiatieven"]!.AsArray().Count, workbook.Length, preview, storing);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<(double Seconds, JsonObject Answer)> Send(HttpClient client, byte[] workbook, string query, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await client.PostAsync("/api/v1/imports" + query, content, cancellation);
        answer.EnsureSuccessStatusCode();
        var read = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!;
        return (TimeProvider.System.GetElapsedTime(start).TotalSeconds, read);
    }
}
