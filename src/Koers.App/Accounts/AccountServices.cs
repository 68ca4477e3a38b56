using Koers.App.Audit;
using Koers.App.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.App.Accounts;

/// <summary>What accounts need, for the server and the command line alike.</summary>
public static class AccountServices
{
    /// <summary>Adds it. The register, its audit trail and the clock must be there already.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="settings">How people sign in.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, SignInSettings settings)
    {
        services.AddSingleton(settings);
        services.AddIdentityCore<Account>(identity =>
        {
            // What a password must be is in Passwords, with words in two languages
            identity.Password.RequiredLength = Passwords.Shortest;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.User.AllowedUserNameCharacters = AccountInput.NameCharacters;
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<RegisterContext>();
        return services.AddScoped<Sessions>().AddScoped<SecondStep>().AddScoped<SignIn>().AddScoped<OwnAccount>().AddScoped<Passkeys>()
            .AddScoped<AccountRegister>().AddScoped<ApiClientRegister>().AddScoped<SingleSignOn>().AddScoped<RightsExport>();
    }

    /// <summary>Accounts on a register that is open, for work outside a server.</summary>
    /// <param name="context">The register.</param>
    /// <param name="clock">The time.</param>
    public static ServiceProvider On(RegisterContext context, TimeProvider clock) => new ServiceCollection()
        .AddSingleton(context).AddSingleton(clock).AddSingleton<AuditTrail>().AddLogging().AddAccounts(new SignInSettings()).BuildServiceProvider();
}
