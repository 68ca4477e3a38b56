using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Site.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site;

/// <summary>How a handler answers: with a page, or with the way to one.</summary>
internal static class Screen
{
    /// <summary>Shows a page.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    /// <param name="title">What it is called: in the tab of the browser and in history.</param>
    /// <param name="model">What it shows.</param>
    /// <param name="status">The status of the answer; null leaves it as it is: a form that comes back says what is wrong with it.</param>
    public static IResult Show<TPage, TModel>(Text title, TModel model, int? status = null) where TPage : PageOf<TModel> =>
        new RazorComponentResult<Document>(new Dictionary<string, object?>
        {
            [nameof(Document.Title)] = title,
            [nameof(Document.Page)] = typeof(TPage),
            [nameof(Document.Model)] = model,
        })
        { StatusCode = status };

    /// <summary>Shows a part of a page, for scripts that renew it.</summary>
    public static IResult Part<TPart, TModel>(TModel model) where TPart : PageOf<TModel> =>
        new RazorComponentResult<TPart>(new Dictionary<string, object?> { [nameof(PageOf<TModel>.Model)] = model });

    /// <summary>Goes on to another page after something was done, and says there what.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">A path of this server.</param>
    /// <param name="done">What was done; null says nothing.</param>
    public static IResult Go(HttpContext http, string path, Text? done = null)
    {
        if (done is not null)
            http.RequestServices.GetRequiredService<BriefState>().Keep(http, BriefState.Notice, $"{done.Dutch}\n{done.English}");
        // 303: the browser fetches the page, and going back or reloading does nothing twice
        http.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
