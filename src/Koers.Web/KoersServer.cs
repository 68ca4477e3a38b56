using Koers.App.Agreements;
using Koers.App.Audit;
using Koers.App.Exchange.Initiatives;
using Koers.App.Exchange.Plans;
using Koers.App.Exchange.Schedules;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Scenarios;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Web.Accounts;
using Koers.Web.Agreements;
using Koers.Web.Api;
using Koers.Web.Appearance;
using Koers.Web.Audit;
using Koers.Web.Exchange;
using Koers.Web.Frames;
using Koers.Web.Initiatives;
using Koers.Web.Operation;
using Koers.Web.Runs;
using Koers.Web.Site;
using Koers.Web.Weighing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;

namespace Koers.Web;

/// <summary>The server: what it consists of, in order. One part per line; each part is a folder.</summary>
public static class KoersServer
{
    // Bytes; more than any page has
    private const int HandedOver = 8 << 20;

    /// <summary>Puts a server together. It does not listen yet.</summary>
    /// <param name="settings">What it needs to know.</param>
    public static WebApplication Build(ServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Koers.Web" });
        builder.WebHost.UseUrls(settings.Addresses);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A page is taken over whole: what it was made of, many times its size, need not wait for a slow line
            kestrel.Limits.MaxResponseBufferSize = HandedOver;
        });
        if (settings.LogsJson)
            builder.Logging.AddJsonLines();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // The keys lie in the register, which docs/operations.md says to guard
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Who starts the server says why it could not start
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddRegister(builder.Services, settings);
        AddUseCases(builder.Services);
        builder.Services.AddHostedService<ReadingAhead>();
        RunHost.Add(builder.Services, settings);
        // What cannot be read is said in full by ApiAnswers, not by an empty 400
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => RegisterJson.Configure(json.SerializerOptions));
        builder.Services.AddSignIn(settings.SignIn);
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddHealth();
        builder.Services.AddTelemetry(settings);
        builder.Services.AddSite();
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        var server = builder.Build();
        Serve(server, settings);
        return server;
    }

    /// <summary>Makes ready the addresses of a server that does not listen yet, which starting it would do as well: for another processor than
    /// the one that looks at the register meanwhile.</summary>
    /// <param name="server">A server of <see cref="Build"/>.</param>
    public static void Prepare(WebApplication server)
    {
        ArgumentNullException.ThrowIfNull(server);
        foreach (var source in ((IEndpointRouteBuilder)server).DataSources)
            _ = source.Endpoints;
    }

    private static void AddRegister(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Clock);
        services.AddSingleton<RegisterMemory>();
        // Contexts are used again: making one costs about as much as a question
        if (settings.Database.Kind == DatabaseKind.Sqlite)
            services.AddRegister(new PooledDbContextFactory<SqliteRegister>(SqliteRegister.Options(settings.Database)));
        else
            services.AddRegister(new PooledDbContextFactory<PostgreSqlRegister>(PostgreSqlRegister.Options(settings.Database)));
    }

    private static void AddRegister<T>(this IServiceCollection services, PooledDbContextFactory<T> contexts) where T : RegisterContext =>
        services.AddScoped<RegisterContext>(_ => contexts.CreateDbContext());

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<AuditTrail>().AddScoped<AuditReading>().AddSingleton<RefusedAttempts>();
        services.AddScoped<InitiativeRegister>();
        services.AddScoped<InitiativeList>();
        services.AddFrames();
        services.AddScoped<InitiativeGuide>().AddScoped<RelationRegister>().AddScoped<Discussion>().AddScoped<InitiativeHistory>();
        services.AddScoped<DuplicateFinder>().AddSingleton<SimilarityCache>();
        services.AddScoped<LeadChoices>().AddScoped<BulkSteps>().AddScoped<KeptViews>().AddScoped<AssessorWork>().AddScoped<WeighingComparison>();
        services.AddScoped<Scoring>().AddScoped<WeighingResults>();
        services.AddScoped<AgreedMeasures>().AddScoped<AgreedPlans>().AddSingleton<AgreedPlanMemory>();
        services.AddScoped<AgreementBook>().AddScoped<AgreementHistory>().AddScoped<AdoptionObstacles>();
        services.AddScoped<RunFamily>().AddSingleton<PlanPictureCache>().AddScoped<PlanPictures>();
        services.AddScoped<ScenarioOverview>().AddScoped<PlanAdjustment>();
        services.AddScoped<InitiativeAnswers>().AddScoped<InitiativeDossier>();
        services.AddScoped<InitiativeSheets>().AddScoped<InitiativeImport>().AddSingleton<SeenImports>();
        services.AddScoped<ProblemSource>().AddScoped<PlanIntake>().AddScoped<ScheduleExport>().AddScoped<ScheduleComparison>();
    }

    private static void Serve(WebApplication server, ServerSettings settings)
    {
        server.UseProxies(settings.Proxies);
        if (settings.LogsRequests)
            server.UseMiddleware<RequestLog>();
        server.UseMiddleware<SecurityHeaders>();
        server.UseMiddleware<ApiAnswers>();
        server.UseSite();
        server.UseRouting();
        server.UseSignIn();
        server.UsePageQueue();
        server.UseMiddleware<RepeatedRequests>();
        server.MapHealth();
        server.MapOpenApi(ApiDocument.Path);
        server.MapScalarApiReference(RequestAddress.Reference, scalar => scalar.WithTitle("Koers API").WithOpenApiRoutePattern(ApiDocument.Path));
        var api = server.MapGroup(ApiDocument.Root).RequireAuthorization().AddEndpointFilter(KnownParameters.Check).AddEndpointFilter(SoundInput.Check);
        api.MapAccounts();
        SingleSignOnScheme.Map(server, settings.SignIn);
        api.MapInitiatives();
        api.MapFrames();
        api.MapInitiativeGuide();
        api.MapRelations();
        api.MapDuplicates();
        api.MapDiscussion();
        api.MapWeighing();
        api.MapAudit();
        api.MapRuns();
        api.MapAgreements();
        api.MapExchange();
        api.MapPlanExchange();
        api.MapSchedule();
        api.MapHouseStyle();
        server.MapSite();
        EndpointsMadeOnce.Replace(((IEndpointRouteBuilder)server).DataSources);
    }
}
