using Koers.App.Appearance;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Koers.Web.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Appearance;

/// <summary><c>/huisstijl</c>: the municipality's own look.</summary>
internal static class HouseStyleEndpoints
{
    public static void MapHouseStyle(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/huisstijl").WithTags("Huisstijl");
        group.MapGet("", Show).WithSummary("De naam en de kleuren van de gemeente; inhoud is null zolang Koers eruitziet als Koers");
        group.MapPut("", Change).WithSummary("De huisstijl wijzigen; de eerste keer met If-Match: \"0\". Alleen kleuren met genoeg contrast");
        group.MapDelete("", Remove).WithSummary("Terug naar het uiterlijk van Koers");
    }

    private static async Task<Ok<HouseStyleView>> Show(HttpContext http, HouseStyleRegister register, CancellationToken cancellation) =>
        Sent(http, await register.InForce(cancellation));

    private static async Task<Ok<HouseStyleView>> Change(
        HttpContext http, HouseStyleRegister register, HouseStyleKept kept, [FromBody] HouseStyleInput input, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await register.Change(Callers.Of(http), version.Number, input, cancellation);
        kept.Forget();
        return Sent(http, view);
    }

    private static async Task<NoContent> Remove(HttpContext http, HouseStyleRegister register, HouseStyleKept kept, ExpectedVersion version, CancellationToken cancellation)
    {
        await register.Remove(Callers.Of(http), version.Number, cancellation);
        kept.Forget();
        return TypedResults.NoContent();
    }

    private static Ok<HouseStyleView> Sent(HttpContext http, HouseStyleView view)
    {
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }
}
