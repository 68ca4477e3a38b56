using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Means;
using Koers.App.Organisation;
using Koers.App.Scenarios;
using Koers.Web.Goals;
using Koers.Web.Organisation;
using Koers.Web.Scenarios;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Frames;

/// <summary>What the server needs for goals, means, frames, the organisation and scenarios.</summary>
internal static class FrameParts
{
    public static void AddFrames(this IServiceCollection services) => services
        .AddScoped<DepartmentRegister>().AddScoped<ProgrammeRegister>().AddScoped<SettingsRegister>()
        .AddScoped<GoalRegister>().AddScoped<GoalWeights>().AddScoped<BudgetRegister>().AddScoped<CapacityPoolRegister>().AddScoped<RememberedMeans>()
        .AddScoped<FrameRegister>().AddScoped<FrameAdoption>().AddScoped<RememberedFrames>().AddScoped<ScenarioRegister>();

    public static void MapFrames(this RouteGroupBuilder api)
    {
        api.MapOrganisation();
        api.MapDraft();
        api.MapGoalWeighings();
        api.MapAdoption();
        api.MapScenarios();
    }
}
