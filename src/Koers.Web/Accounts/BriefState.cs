using System.Security.Cryptography;
using Koers.App.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Accounts;

/// <summary>What must be remembered between two steps, of signing in and of pages, sealed in a cookie of five minutes.</summary>
/// <param name="protection">Seals it.</param>
/// <param name="settings">Whether cookies travel by https only.</param>
/// <param name="clock">The time.</param>
public sealed class BriefState(IDataProtectionProvider protection, SignInSettings settings, TimeProvider clock)
{
    /// <summary>What is shown this once: a password, a token, recovery codes.</summary>
    public const string Once = "koers-eenmalig";

    /// <summary>A secret for the app that shows codes, until it is confirmed.</summary>
    public const string Secret = "koers-geheim";

    /// <summary>Between password and code.</summary>
    public const string SecondStep = "koers-stap";

    /// <summary>While a passkey is added.</summary>
    public const string NewPasskey = "koers-nieuwe-sleutel";

    /// <summary>While somebody signs in with a passkey.</summary>
    public const string Passkey = "koers-sleutel";

    /// <summary>What one page wants said on the next.</summary>
    public const string Notice = "koers-melding";

    private static readonly TimeSpan Brief = TimeSpan.FromMinutes(5);

    /// <summary>Keeps something.</summary>
    /// <param name="http">The request.</param>
    /// <param name="purpose">What for: one of the names above.</param>
    /// <param name="state">What; short, because it travels with every request.</param>
    public void Keep(HttpContext http, string purpose, string state) => http.Response.Cookies.Append(
        SessionCookie.NameOf(settings, purpose),
        Sealer(purpose).Protect($"{(clock.GetUtcNow() + Brief).ToUnixTimeSeconds()}\n{state}"),
        Options(http));

    /// <summary>What was kept; null where nothing was, or too long ago. The browser forgets it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="purpose">What for.</param>
    public string? Take(HttpContext http, string purpose)
    {
        var name = SessionCookie.NameOf(settings, purpose);
        if (http.Request.Cookies[name] is not { } text)
            return null;
        http.Response.Cookies.Delete(name, Options(http));
        try
        {
            var parts = Sealer(purpose).Unprotect(text).Split('\n', 2);
            return long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Sealer(string purpose) => protection.CreateProtector("Koers.SignIn", purpose);

    private CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = settings.IsHttpsOnly || http.Request.IsHttps,
        IsEssential = true,
    };
}
