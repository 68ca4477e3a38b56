using System.Text.Json;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Koers.Web.Site.Forms;

/// <summary>
/// A form does its work once. Each time a form is shown it has another number; who sends the same form with the same number and the same
/// content again (a button pressed twice, a lost answer, going back and sending again) is led to where the first time led.
/// </summary>
internal static class SentOnce
{
    /// <summary>Name of the hidden field with the number.</summary>
    public const string Field = "_eenmaal";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    /// <summary>How often is looked whether the first time is done.</summary>
    private const int MostLooks = 100;

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType
            || StringValues.IsNullOrEmpty((await http.Request.ReadFormAsync(http.RequestAborted))[Field]))
            return await next(context);
        var (answers, actor) = (http.RequestServices.GetRequiredService<KeptAnswers>(), Callers.Of(http).Name);
        var print = await RequestPrint.OfForm(http.Request, http.RequestAborted);
        var key = Field + ":" + print;
        for (var i = 0; i < MostLooks; i++)
        {
            if (await answers.Claim(actor, key, print, http.RequestAborted) is not { } earlier)
                return await First(context, next, answers, actor, key);
            if (earlier.Status != 0)
                return Screen.Go(http, JsonSerializer.Deserialize<Dictionary<string, string>>(earlier.Headers)!["Location"]);
            await Task.Delay(Moment, http.RequestAborted);
        }

        throw new AgainstRuleException(new Text(
            "Dit formulier is al eerder verstuurd, en dat is nog niet klaar of ging mis. Kijk of het is uitgevoerd, vernieuw dan de pagina en verstuur het zo nodig opnieuw.",
            "This form was sent before, and that is not done yet or went wrong. Look whether it was done, then reload the page and send it again if need be."));
    }

    private static async Task<object?> First(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, KeptAnswers answers, string actor, string key)
    {
        var isDone = false;
        try
        {
            var result = await next(context);
            if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status303SeeOther })
            {
                isDone = true;
                var where = context.HttpContext.Response.Headers.Location.ToString();
                await answers.Keep(actor, key, StatusCodes.Status303SeeOther, new Dictionary<string, string> { ["Location"] = where }, "");
            }

            return result;
        }
        finally
        {
            // A form that came back changed nothing
            if (!isDone)
                await answers.Forget(actor, key);
        }
    }
}
