using Koers.App.Appearance;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Organisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site.Administration;

/// <summary>The administration: what there is, and its parts.</summary>
internal static class AdministrationPages
{
    public static void AddAdministration(this IServiceCollection services) => services
        .AddScoped<AccountPages>().AddScoped<ExchangePages>().AddScoped<AuditPages>()
        .AddScoped<UnitPages<Department>>().AddScoped<UnitPages<Programme>>().AddScoped<ClientPages>()
        .AddScoped<HouseStyleRegister>().AddScoped<HouseStylePages>().AddSingleton<HouseStyleKept>()
        .AddScoped<UnitRegister<Department>>(provider => provider.GetRequiredService<DepartmentRegister>())
        .AddScoped<UnitRegister<Programme>>(provider => provider.GetRequiredService<ProgrammeRegister>());

    public static void MapAdministration(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup(AdministrationSection.Root);
        group.MapGet("", (PageContext here) =>
        {
            var seen = AdministrationSection.All.Where(section => section.IsFor(here.Actor)).ToArray();
            return seen.Length == 0
                ? throw new NotAllowedException(new Text("Beheer is voor wie iets beheert.", "Administration is for who administers something."))
                : Screen.Show<AdministrationPage, IReadOnlyList<AdministrationSection>>(new Text("Beheer", "Administration"),
                    [.. seen, .. AdministrationSection.Elsewhere.Where(section => section.IsFor(here.Actor))]);
        });
        AccountPages.Map(group);
        ExchangePages.Map(group);
        AuditPages.Map(group);
        UnitPages<Department>.Map(group, UnitKind.Departments);
        UnitPages<Programme>.Map(group, UnitKind.Programmes);
        ClientPages.Map(group);
        HouseStylePages.Map(group);
    }
}
