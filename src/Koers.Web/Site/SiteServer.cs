using System.Text.Encodings.Web;
using System.Text.Unicode;
using Koers.App.Start;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Koers.Web.Site.Administration;
using Koers.Web.Site.Agreements;
using Koers.Web.Site.Course;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Frames;
using Koers.Web.Site.Goals;
using Koers.Web.Site.Help;
using Koers.Web.Site.Initiatives;
using Koers.Web.Site.Initiatives.Editing;
using Koers.Web.Site.Initiatives.Relations;
using Koers.Web.Site.Means;
using Koers.Web.Site.OwnAccount;
using Koers.Web.Site.Runs;
using Koers.Web.Site.Scenarios;
using Koers.Web.Site.SignIn;
using Koers.Web.Site.Start;
using Koers.Web.Site.Weighing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site;

/// <summary>The pages: what they consist of, in order. A subject is a folder with its pages (.razor) and one class that says at which addresses
/// they are and where their figures come from.</summary>
internal static class SiteServer
{
    private const int MostFields = 20_000;

    public static void AddSite(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "koers-formulier";
            antiforgery.FormFieldName = PageContext.TokenField;
        });
        // Letters of Dutch as they are, not as numbers
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // A table of capacity has a field for each quarter of each pool
        services.Configure<FormOptions>(form => form.ValueCountLimit = MostFields);
        services.AddHttpContextAccessor();
        services.AddScoped<PageContext>();
        services.AddScoped<WorkDesk>().AddScoped<CollectiveResults>();
        services.AddScoped<OneInitiative>().AddScoped<WeighingPages>().AddScoped<FramePages>().AddScoped<AdoptionPages>().AddScoped<MeansPages>();
        services.AddScoped<AdoptionForm>().AddScoped<OneRun>().AddScoped<RunPages.AskForm>().AddSingleton<RunTraces>().AddScoped<OneScenario>();
        services.AddScoped<InitiativeEditing>().AddScoped<RelationPages>().AddScoped<InitiativeLists>();
        services.AddScoped<ScorePage>();
        services.AddScoped<OwnAccountPages>();
        services.AddAdministration();
        AssetFiles.Add(services);
    }

    public static void UseSite(this WebApplication server)
    {
        AssetFiles.Use(server);
        server.UseWhen(IsPage, pages => pages.UseMiddleware<PageAnswers>());
    }

    /// <summary>From here on pages wait their turn; not where somebody else must answer first, who may not do so for a minute.</summary>
    public static void UsePageQueue(this WebApplication server) =>
        server.UseWhen(http => IsPage(http) && !http.Request.IsUnder(SingleSignOnScheme.Path), pages => pages.UseMiddleware<PageQueue>());

    public static void MapSite(this WebApplication server)
    {
        var open = server.MapGroup("").AddEndpointFilter(PageGuard.CheckForm).ExcludeFromDescription();
        open.MapSignInPages();
        open.MapHelpPages();
        var pages = server.MapGroup("").RequireAuthorization().AddEndpointFilter(PageGuard.CheckRole).AddEndpointFilter(PageGuard.CheckForm)
            .AddEndpointFilter(SentOnce.Check).ExcludeFromDescription();
        pages.MapStartPage();
        pages.MapInitiativePages();
        pages.MapCoursePages();
        pages.MapGoalPages();
        FramePages.Map(pages);
        AdoptionPages.Map(pages);
        MeansPages.Map(pages);
        pages.MapRunPages();
        pages.MapScenarioPages();
        pages.MapAgreementPages();
        pages.MapAssessmentPages();
        OwnAccountPages.Map(pages);
        pages.MapAdministration();
        HouseStyleKept.Map(server);
        // Nothing for the rest: an address that takes whatever nobody else takes would also take wrong methods and media types of the API
    }

    private static bool IsPage(HttpContext http) => !HouseStyleKept.IsAskedFor(http) && !http.Request.IsApi() && !http.Request.IsHealth();
}
