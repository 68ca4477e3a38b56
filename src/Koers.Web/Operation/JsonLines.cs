using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Operation;

/// <summary>A log of which every line on standard output is a JSON object.</summary>
public static class JsonLines
{
    /// <summary>Writes the log so, and in no other form.</summary>
    /// <param name="log">The log of a program.</param>
    public static ILoggingBuilder AddJsonLines(this ILoggingBuilder log) => log.ClearProviders().AddJsonConsole(json =>
    {
        json.UseUtcTimestamp = true;
        json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        // Around a request stands its address, and what is searched for can be personal
        json.IncludeScopes = false;
        json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    });
}
