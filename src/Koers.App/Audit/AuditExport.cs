using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Exchange.Sheets;
using Koers.App.Requests;

namespace Koers.App.Audit;

/// <summary>In which form lines of the trail are taken away.</summary>
public enum AuditFormat
{
    /// <summary>Comma-separated (RFC 4180), with a line of names, for a spreadsheet.</summary>
    Csv,

    /// <summary>A JSON object on each line, for another program.</summary>
    JsonLines,
}

/// <summary>Writes lines of the trail to take away, in UTF-8.</summary>
public static class AuditExport
{
    private static readonly string[] Names =
        ["nummer", "op", "wie", "actie", "object", "voor", "na", "vanwaar", "resultaat", "verborgen", "vorige", "hash"];

    /// <summary>Writes them, one by one.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="format">The form.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> Write(IAsyncEnumerable<AuditLine> lines, AuditFormat format, Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.NewLine = format == AuditFormat.Csv ? "\r\n" : "\n";
        if (format == AuditFormat.Csv)
            await writer.WriteLineAsync(string.Join(',', Names));
        var count = 0L;
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            await writer.WriteLineAsync(
                (format == AuditFormat.Csv ? Row(line) : JsonSerializer.Serialize(line, RegisterJson.Options)).AsMemory(), cancellation);
            count++;
        }

        return count;
    }

    private static string Row(AuditLine line) => string.Join(',', ((string?[])
    [
        line.Number.ToString(CultureInfo.InvariantCulture), line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        line.Actor, line.Action, line.Target, Written(line.Before), Written(line.After), line.Origin, Words.Json(line.Result),
        line.IsHidden ? "ja" : "nee", line.Previous, line.Hash,
    ]).Select(Field));

    private static string? Written(JsonNode? node) => node?.ToJsonString(RegisterJson.Options);

    /// <summary>A field that a spreadsheet takes as text, and never as a formula.</summary>
    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        text = CsvText.Harmless(text);
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
