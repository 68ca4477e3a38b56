using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Koers.Web.Initiatives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;

namespace Koers.Web;

/// <summary>The server: what it consists of, in order. One part per line; each part is a folder.</summary>
public static class KoersServer
{
    /// <summary>Puts a server together. It does not listen yet.</summary>
    /// <param name="settings">What it needs to know.</param>
    public static WebApplication Build(ServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Koers.Web" });
        builder.WebHost.UseUrls(settings.Addresses);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Who starts the server says why it could not start
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddRegister(builder.Services, settings);
        AddUseCases(builder.Services);
        builder.Services.ConfigureHttpJsonOptions(json => RegisterJson.Configure(json.SerializerOptions));
        builder.Services.AddAuthentication(ApiTokens.Scheme).AddScheme<ApiTokenOptions, ApiTokens>(ApiTokens.Scheme, null);
        builder.Services.AddAuthorization();
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        var server = builder.Build();
        Serve(server);
        return server;
    }

    private static void AddRegister(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Clock);
        if (settings.Database.Kind == DatabaseKind.Sqlite)
            services.AddSingleton(SqliteRegister.Options(settings.Database)).AddScoped<RegisterContext, SqliteRegister>();
        else
            services.AddSingleton(PostgreSqlRegister.Options(settings.Database)).AddScoped<RegisterContext, PostgreSqlRegister>();
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<InitiativeRegister>();
        services.AddScoped<InitiativeList>();
    }

    private static void Serve(WebApplication server)
    {
        server.UseMiddleware<ApiAnswers>();
        server.UseRouting();
        server.UseAuthentication();
        server.UseAuthorization();
        server.MapOpenApi(ApiDocument.Path);
        server.MapScalarApiReference("/api/docs", scalar => scalar.WithTitle("Koers API").WithOpenApiRoutePattern(ApiDocument.Path));
        var api = server.MapGroup(ApiDocument.Root).RequireAuthorization();
        api.MapInitiatives();
    }
}
