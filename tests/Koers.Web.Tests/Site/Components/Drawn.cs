using Bunit;
using Koers.App.Accounts;
using Koers.Web.Accounts;
using Koers.Web.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Tests.Site.Components;

/// <summary>Components by themselves, as a request in a language shows them.</summary>
internal sealed class Drawn : IDisposable
{
    private readonly BunitContext _context = new();

    public Drawn(string language = "nl")
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{PageContext.LanguageCookie}={language}";
        _context.Services.AddLogging().AddAntiforgery().AddDataProtection();
        _context.Services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor { HttpContext = http });
        _context.Services.AddSingleton(TimeProvider.System).AddSingleton(new SignInSettings()).AddSingleton<BriefState>();
        _context.Services.AddScoped<PageContext>();
    }

    public IRenderedComponent<T> Of<T>(Action<ComponentParameterCollectionBuilder<T>> parameters) where T : IComponent => _context.Render(parameters);

    public void Dispose() => _context.Dispose();
}
