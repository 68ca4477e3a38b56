using Koers.App.Requests;
using Koers.Web.Api;
using Koers.Web.Audit;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Site;

/// <summary>What every page has in common: browsers keep none for others, and what goes wrong is a page too.</summary>
internal sealed partial class PageAnswers(RequestDelegate next, RefusedAttempts attempts, HouseStyleKept style, ILogger<PageAnswers> log)
{
    private static readonly Text Gone = new("Deze pagina is er niet (meer).", "This page is not there (any more).");

    public static IResult NotThere() => throw new NotThereException(Gone);

    public async Task InvokeAsync(HttpContext http)
    {
        // At the last moment: tokens of forms ask for no-store, with which going back would lose what was typed
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.CacheControl = "private, no-cache";
            return Task.CompletedTask;
        });
        try
        {
            await style.Refresh(http);
            await next(http);
        }
        catch (FormExpiredException e) when (!http.Response.HasStarted)
        {
            await ShowKept(http, StatusCodes.Status400BadRequest, e.Text);
        }
        catch (Exception e) when (Of(http, e) is { } refusal && !http.Response.HasStarted)
        {
            if (refusal.Status == StatusCodes.Status403Forbidden)
                await attempts.Note(http);
            await Show(http, refusal.Status, refusal.Text, (e as InvalidInputException)?.Faults);
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            Failed(log, e, http.TraceIdentifier);
            await Show(http, StatusCodes.Status500InternalServerError, Refusal.Failed(http.TraceIdentifier));
        }

        if (!http.Response.HasStarted && http.Response.ContentLength is null && http.Response.ContentType is null
            && http.Response.StatusCode is var status and >= StatusCodes.Status400BadRequest)
            await ShowKept(http, status, status switch
            {
                StatusCodes.Status404NotFound => Gone,
                StatusCodes.Status400BadRequest => UnreadableAddress(http) ?? Unreadable,
                _ => Refusal.For(status),
            });
    }

    /// <summary>Gives back what was typed where signing in is all that lacks.</summary>
    private static async Task ShowKept(HttpContext http, int status, Text text)
    {
        if (status is StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized && await Kept(http, status) is { } kept)
            await kept.ExecuteAsync(http);
        else
            await Show(http, status, status == StatusCodes.Status401Unauthorized ? NotSignedIn : text);
    }

    private static Text? UnreadableAddress(HttpContext http) => UnreadableParameters.Of(http) is not { Count: > 0 } faults ? null : new Text(
        $"Het adres van deze pagina klopt niet: {string.Join(" ", faults.Select(fault => fault.Text.Dutch))}",
        $"The address of this page is not right: {string.Join(" ", faults.Select(fault => fault.Text.English))}");

    private static async Task<IResult?> Kept(HttpContext http, int status)
    {
        try
        {
            return await KeptForm.Of(http, status);
        }
        catch (BadHttpRequestException)
        {
            // Nobody can give back what cannot be read
            return null;
        }
    }

    private static Text NotSignedIn { get; } = new(
        "U bent niet meer aangemeld, en er is niets opgeslagen. Meld u aan en doe het opnieuw; een bestand kiest u dan weer.",
        "You are not signed in any more, and nothing was saved. Sign in and do it again; a file is then chosen again.");

    private static Text Unreadable { get; } = new(
        "Dit formulier is niet te lezen: er staat iets in dat geen tekst is, of het is te groot. Er is niets gewijzigd.",
        "This form cannot be read: something in it is no text, or it is too large. Nothing was changed.");

    private static (int Status, Text Text)? Of(HttpContext http, Exception exception) => exception switch
    {
        RefusedException e => (Refusal.Of(http, e)?.Status ?? StatusCodes.Status409Conflict, e.Text),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, Refusal.For(StatusCodes.Status413PayloadTooLarge)),
        BadHttpRequestException e => (e.StatusCode, Unreadable),
        // The form is read first where its token is looked at, and what cannot be read comes from there
        AntiforgeryValidationException { InnerException: { } inner } => Of(http, inner) ?? (StatusCodes.Status400BadRequest, Unreadable),
        InvalidDataException when http.Request.HasFormContentType => (StatusCodes.Status400BadRequest, Unreadable),
        DbUpdateConcurrencyException => (StatusCodes.Status412PreconditionFailed, new Text(
            "Intussen is hetzelfde gewijzigd, door een ander of door uzelf in een ander venster. Hiervan is niets opgeslagen. Ga terug en vernieuw de pagina.",
            "The same was changed meanwhile, by somebody else or by yourself in another window. Nothing of this was saved. Go back and reload the page.")),
        _ => null,
    };

    private static Task Show(HttpContext http, int status, Text text, IReadOnlyList<InputFault>? faults = null) =>
        Screen.Show<RefusalPage, RefusalModel>(RefusalModel.TitleOf(status), new RefusalModel(status, text) { Faults = faults ?? [] }, status).ExecuteAsync(http);

    [LoggerMessage(Level = LogLevel.Error, Message = "Page {TraceId} failed")]
    private static partial void Failed(ILogger log, Exception e, string traceId);
}
