using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site.Forms;

/// <summary>What is done with a form that was sent: it goes through, or comes back with what is wrong and all that was typed.</summary>
internal static class FormAnswers
{
    /// <summary>Answers a form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="act">What the form is for. A refusal of a use case brings the form back.</param>
    /// <param name="again">Shows the form.</param>
    public static async Task<IResult> Answer(HttpContext http, Func<FormData, Task<IResult>> act, Func<FormData, Task<IResult>> again)
    {
        var form = await Read(http);
        if (form.WantsRow is not null)
            return await again(form);
        try
        {
            return await act(form);
        }
        catch (RefusedException e) when (e is InvalidInputException or IncompleteException or AgainstRuleException or ChangedMeanwhileException)
        {
            // What did not go through must not go through with something else
            http.RequestServices.GetRequiredService<RegisterContext>().ChangeTracker.Clear();
            http.Response.StatusCode = e switch
            {
                InvalidInputException => StatusCodes.Status400BadRequest,
                ChangedMeanwhileException => StatusCodes.Status412PreconditionFailed,
                _ => StatusCodes.Status409Conflict,
            };
            return await again(form.After(e));
        }
    }

    /// <summary>Reads a form.</summary>
    public static async Task<FormData> Read(HttpContext http)
    {
        var language = http.RequestServices.GetRequiredService<PageContext>().Language;
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        // A box that is ticked comes after the hidden field that says it is there
        return FormData.Sent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value[^1] ?? "")), language);
    }
}
