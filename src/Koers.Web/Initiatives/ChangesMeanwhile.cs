using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Koers.Web.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Initiatives;

/// <summary>Tells who changes an initiative that was changed meanwhile what that was, by whom and when: the same as the pages tell.</summary>
internal static class ChangesMeanwhile
{
    /// <summary>For addresses of one initiative that take the version that a change was made in.</summary>
    public static async ValueTask<object?> Tell(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        try
        {
            return await next(invocation);
        }
        catch (ChangedMeanwhileException e) when (!Versions.IsMissing(http) && InitiativeRights.SeesAll(Callers.Of(http)))
        {
            var version = invocation.Arguments.OfType<ExpectedVersion>().Single().Number;
            var lines = await http.RequestServices.GetRequiredService<InitiativeHistory>()
                .Since(Callers.Of(http), (string)http.Request.RouteValues["nummer"]!, version, http.RequestAborted);
            var refusal = Refusal.Of(http, e)! with { Changes = [.. lines.Select(line => HistoryAnswer.Of(line, Languages.Of(http)))] };
            await refusal.Write(http);
            return Results.Empty;
        }
    }
}
