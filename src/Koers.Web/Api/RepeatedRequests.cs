using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Api;

/// <summary>Who is not sure whether a POST arrived sends it again with the same Idempotency-Key: it gets the first answer again, and nothing is
/// done twice. A key is kept for a day.</summary>
internal sealed class RepeatedRequests(RequestDelegate next, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private const int LargestAnswer = 1_000_000;
    private const int MostInMemory = 64 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly string[] KeptHeaders = ["Location", "ETag"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var keys) || !IsSignedIn(http))
        {
            await next(http);
            return;
        }

        var key = Key(keys.ToString());
        var actor = Callers.Of(http).Name;
        var request = await HashOf(http.Request, http.RequestAborted);
        if (await Claim(actor, key, request, http.RequestAborted) is { } earlier)
            await Repeat(http, earlier, request);
        else
            await Answer(http, actor, key);
    }

    private static bool IsSignedIn(HttpContext http) => http.User.Identity is { IsAuthenticated: true };

    private static string Key(string key)
    {
        var check = new InputCheck();
        check.Line(key, "/" + Header, LongestKey);
        check.Done();
        return key;
    }

    /// <summary>Takes the key for this request; gives the earlier request where it was taken.</summary>
    private async Task<AnsweredRequest?> Claim(string actor, string key, string request, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RegisterContext>();
        var now = clock.GetUtcNow();
        await context.AnsweredRequests.Where(r => r.At < now - Kept).ExecuteDeleteAsync(cancellation);
        if (await context.AnsweredRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Actor == actor && r.Key == key, cancellation) is { } earlier)
            return earlier;
        context.AnsweredRequests.Add(new AnsweredRequest { Actor = actor, Key = key, Request = request, At = now });
        try
        {
            await context.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody took it in between, or the database is in trouble: then this fails too
            return await context.AnsweredRequests.AsNoTracking().FirstAsync(r => r.Actor == actor && r.Key == key, cancellation);
        }
    }

    private static async Task Repeat(HttpContext http, AnsweredRequest earlier, string request)
    {
        if (earlier.Request != request)
            throw new AgainstRuleException(new Text(
                "Deze Idempotency-Key hoort bij een andere vraag. Gebruik voor een nieuwe vraag een nieuwe sleutel.",
                "This Idempotency-Key belongs to another request. Use a new key for a new request."));
        if (earlier.Status == 0)
            throw new AgainstRuleException(new Text(
                "Aan de vraag met deze Idempotency-Key wordt gewerkt, zij werd afgebroken, of haar antwoord was te groot om te bewaren. Kijk of zij is uitgevoerd voordat u haar opnieuw stelt.",
                "The request with this Idempotency-Key is being worked on, was cut off, or had an answer too large to keep. Look whether it was done before you ask it again."));
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
            isKept = isDone && kept.Length <= LargestAnswer;
        }
        finally
        {
            http.Response.Body = body;
            // What was refused changed nothing: the same key may try again. What was done with an answer too large to keep is not done twice either
            if (isKept || !isDone)
                await Note(http, actor, key, isKept ? Encoding.UTF8.GetString(kept.ToArray()) : null);
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, http.RequestAborted);
    }

    private async Task Note(HttpContext http, string actor, string key, string? answer)
    {
        // Not to be cut off: the change itself is done
        await using var scope = scopes.CreateAsyncScope();
        var mine = scope.ServiceProvider.GetRequiredService<RegisterContext>().AnsweredRequests.Where(r => r.Actor == actor && r.Key == key);
        if (answer is null)
        {
            await mine.ExecuteDeleteAsync(CancellationToken.None);
            return;
        }

        var headers = JsonSerializer.Serialize(KeptHeaders.Where(http.Response.Headers.ContainsKey)
            .ToDictionary(name => name, name => http.Response.Headers[name].ToString()));
        var status = http.Response.StatusCode;
        await mine.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Headers, headers).SetProperty(r => r.Body, answer), CancellationToken.None);
    }

    /// <summary>Fingerprint of all that is asked. Routing has set the limit of the address on the body; what is larger than
    /// <see cref="MostInMemory"/> waits in a file until it is read again.</summary>
    private static async Task<string> HashOf(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering(MostInMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (request.HasFormContentType)
            await Append(hash, await FormBody.Read(request, cancellation), cancellation);
        else
            await Append(hash, request.Body, cancellation);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is in a form, without what separates the parts: that differs each time the same is sent.</summary>
    private static async Task Append(IncrementalHash hash, IFormCollection form, CancellationToken cancellation)
    {
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes((string?[])[name, .. values]));
        foreach (var file in form.Files)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes((string?[])[file.Name, file.FileName, file.ContentType, $"{file.Length}"]));
            await using var content = file.OpenReadStream();
            await Append(hash, content, cancellation);
        }
    }

    private static async Task Append(IncrementalHash hash, Stream content, CancellationToken cancellation)
    {
        var part = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(part, cancellation)) > 0)
            hash.AppendData(part, 0, read);
    }
}
