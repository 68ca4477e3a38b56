using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Koers.Cli.Tests.Operation;

/// <summary>A span that arrived.</summary>
internal sealed record ReceivedSpan(string Service, string Scope, string Name, IReadOnlyDictionary<string, string> Tags, ulong Nanoseconds, bool IsError);

/// <summary>A figure that arrived: of a histogram, how many it counts.</summary>
internal sealed record ReceivedFigure(string Scope, string Name, string Unit, string Tags, double Value);

/// <summary>Takes in traces and metrics over HTTP, as the protocol of OpenTelemetry (OTLP) has them, on a free port of this machine.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Lock _received = new();
    private readonly List<ReceivedSpan> _spans = [];
    private readonly List<ReceivedFigure> _figures = [];
    private readonly StringBuilder _bodies = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/v1/traces", http => Take(http, TakeSpans));
        _server.MapPost("/v1/metrics", http => Take(http, TakeFigures));
    }

    /// <summary>What tells a program to send here, and often.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LC_ALL"] = "en_US.UTF-8",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _server.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    /// <summary>Everything that arrived, as it came.</summary>
    public string Bodies
    {
        get
        {
            lock (_received)
                return _bodies.ToString();
        }
    }

    public static async Task<OtlpReceiver> Start()
    {
        var receiver = new OtlpReceiver();
        await receiver._server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Waits for spans with a name; a test that waits in vain is ended by its own patience.</summary>
    public async Task<IReadOnlyList<ReceivedSpan>> Spans(string name, int count)
    {
        IReadOnlyList<ReceivedSpan> found = [];
        await Until(() => (found = [.. _spans.Where(span => span.Name == name)]).Count >= count,
            () => $"{found.Count} of {count} spans {name}; there are: {string.Join(", ", _spans.Select(span => span.Name).Distinct())}");
        return found;
    }

    /// <summary>Waits until the last that came of a figure is as said.</summary>
    public async Task<ReceivedFigure> Figure(string name, string tags, double value)
    {
        ReceivedFigure? last = null;
        await Until(
            () => (last = _figures.LastOrDefault(figure => figure.Name == name && figure.Tags == tags))?.Value == value,
            () => $"{name} [{tags}]: {last?.Value}; there are: {string.Join(", ", _figures.Select(f => $"{f.Name} [{f.Tags}]").Distinct())}");
        return last!;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Until(Func<bool> holds, Func<string> otherwise)
    {
        for (var look = 0; look < 900; look++)
        {
            lock (_received)
                if (holds())
                    return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        lock (_received)
            Assert.Fail(otherwise());
    }

    private async Task Take(HttpContext http, Action<WireMessage> take)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        lock (_received)
        {
            _bodies.Append(Encoding.UTF8.GetString(body.ToArray()));
            take(new WireMessage(body.ToArray()));
        }
    }

    // The numbers are those of the fields in opentelemetry-proto: trace.proto, metrics.proto, common.proto
    private void TakeSpans(WireMessage request) => _spans.AddRange(
        from resource in request.All(1)
        from scope in resource.All(2)
        from span in scope.All(2)
        select new ReceivedSpan(
            Tags(resource.All(1).Single(), 1)["service.name"], scope.All(1).Single().Text(1), span.Text(5), Tags(span, 9), span.Number(8) - span.Number(7),
            span.All(15).Any(status => status.Number(3) == 2)));

    private void TakeFigures(WireMessage request) => _figures.AddRange(
        from resource in request.All(1)
        from scope in resource.All(2)
        from metric in scope.All(2)
        from field in (int[])[5, 7, 9]
        from data in metric.All(field)
        from point in data.All(1)
        select new ReceivedFigure(
            scope.All(1).Single().Text(1), metric.Text(1), metric.Text(3),
            string.Join(", ", Tags(point, field == 9 ? 9 : 7).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}")),
            point.Has(4) && field != 9 ? point.Double(4) : point.Number(field == 9 ? 4 : 6)));

    private static Dictionary<string, string> Tags(WireMessage message, int field) => message.All(field).ToDictionary(
        tag => tag.Text(1),
        tag => tag.All(2).Single() is var value && value.Has(1) ? value.Text(1) : value.Number(3).ToString(CultureInfo.InvariantCulture));
}
