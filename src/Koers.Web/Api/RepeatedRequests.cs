using System.Text;
using System.Text.Json;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Api;

/// <summary>Who is not sure whether a POST arrived sends it again with the same Idempotency-Key: it gets the first answer again, and nothing is
/// done twice. A key is kept for a day; an answer that is shown once (<see cref="AnsweredOnce"/>) is not.</summary>
internal sealed class RepeatedRequests(RequestDelegate next, KeptAnswers answers)
{
    /// <summary>The header in which the key is.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;
    private const int LargestAnswer = 1_000_000;
    private static readonly string[] KeptHeaders = ["Location", "ETag"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var keys) || !Takes(http.Request.Method, MetadataOf(http)) || !IsSignedIn(http))
        {
            await next(http);
            return;
        }

        var key = Key(keys.ToString());
        var actor = Callers.Of(http).Name;
        var request = await RequestPrint.Of(http.Request, http.RequestAborted);
        if (await answers.Claim(actor, key, request, http.RequestAborted) is { } earlier)
            await Repeat(http, earlier, request);
        else
            await Answer(http, actor, key);
    }

    /// <summary>Whether an address takes a key: what is sent to be done by who is known. Keys belong to somebody.</summary>
    /// <param name="method">How it is asked.</param>
    /// <param name="metadata">What its endpoint says of itself.</param>
    public static bool Takes(string? method, IEnumerable<object> metadata) =>
        method is not null && HttpMethods.IsPost(method) && !metadata.OfType<IAllowAnonymous>().Any();

    /// <summary>Whether the answer of an address is not kept.</summary>
    /// <param name="metadata">What its endpoint says of itself.</param>
    public static bool IsAnsweredOnce(IEnumerable<object> metadata) => metadata.OfType<AnsweredOnce>().Any();

    private static EndpointMetadataCollection MetadataOf(HttpContext http) => http.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;

    private static bool IsSignedIn(HttpContext http) => http.User.Identity is { IsAuthenticated: true };

    private static string Key(string key)
    {
        var check = new InputCheck();
        check.Line(key, "/" + Header, LongestKey);
        check.Done();
        return key;
    }

    private static async Task Repeat(HttpContext http, AnsweredRequest earlier, string request)
    {
        if (earlier.Request != request)
            throw new AgainstRuleException(new Text(
                "Deze Idempotency-Key hoort bij een andere vraag. Gebruik voor een nieuwe vraag een nieuwe sleutel.",
                "This Idempotency-Key belongs to another request. Use a new key for a new request."));
        if (earlier.Status == 0)
            throw new AgainstRuleException(new Text(
                "Aan de vraag met deze Idempotency-Key wordt gewerkt, zij werd afgebroken, of haar antwoord wordt niet bewaard. Kijk of zij is uitgevoerd voordat u haar opnieuw stelt.",
                "The request with this Idempotency-Key is being worked on, was cut off, or has an answer that is not kept. Look whether it was done before you ask it again."));
        http.Response.StatusCode = earlier.Status;
        http.Response.Headers["Idempotent-Replayed"] = "true";
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(earlier.Headers)!)
            http.Response.Headers[name] = value;
        if (earlier.Body.Length > 0)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(earlier.Body, http.RequestAborted);
        }
    }

    private async Task Answer(HttpContext http, string actor, string key)
    {
        var body = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        var (isDone, isKept) = (false, false);
        try
        {
            await next(http);
            isDone = http.Response.StatusCode < StatusCodes.Status400BadRequest;
            isKept = isDone && kept.Length <= LargestAnswer && !IsAnsweredOnce(MetadataOf(http));
        }
        finally
        {
            http.Response.Body = body;
            // What was refused changed nothing: the same key may try again. What was done with an answer that is not kept is not done twice either
            if (isKept)
                await answers.Keep(actor, key, http.Response.StatusCode, HeadersOf(http), Encoding.UTF8.GetString(kept.ToArray()));
            else if (!isDone)
                await answers.Forget(actor, key);
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, http.RequestAborted);
    }

    private static Dictionary<string, string> HeadersOf(HttpContext http) =>
        KeptHeaders.Where(http.Response.Headers.ContainsKey).ToDictionary(name => name, name => http.Response.Headers[name].ToString());
}

/// <summary>Said of an address of which the answer is shown once: a password, a token or what a browser makes a key with is kept nowhere in the clear.</summary>
internal sealed class AnsweredOnce;
