using System.Security.Claims;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site;

/// <summary>Who looks at a page, and how: one for each request.</summary>
/// <param name="accessor">The request.</param>
/// <param name="antiforgery">Makes the token of forms.</param>
/// <param name="brief">What an earlier page wanted said.</param>
public sealed class PageContext(IHttpContextAccessor accessor, IAntiforgery antiforgery, BriefState brief)
{
    /// <summary>The hidden field by which a form shows that it is ours.</summary>
    public const string TokenField = "_formulier";

    /// <summary>The cookie that holds the language chosen.</summary>
    public const string LanguageCookie = "koers-taal";

    private Actor? _actor;
    private string? _language;
    private string? _formNumber;
    private Figures? _figures;
    private Text? _notice;
    private bool _isNoticeTaken;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A page is shown in a request only.");

    /// <summary>Who looks.</summary>
    public Actor Actor => _actor ??= Callers.Of(Http);

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => Http.User.Identity?.IsAuthenticated ?? false;

    /// <summary>How others see who it is; empty where nobody is signed in.</summary>
    public string DisplayName => Http.User.FindFirstValue(Callers.DisplayNameClaim) ?? "";

    /// <summary>"nl" or "en": as chosen here, else as the account says, else as the browser asks.</summary>
    public string Language => _language ??= Http.Request.Cookies[LanguageCookie] switch
    {
        "en" => "en",
        "nl" => "nl",
        _ => Http.User.FindFirstValue(Callers.LanguageClaim) ?? Languages.Of(Http),
    };

    /// <summary>Numbers, money and days as this language writes them.</summary>
    public Figures Figures => _figures ??= new Figures(Language);

    /// <summary>The address of the page, without the host.</summary>
    public string Path => Http.Request.Path;

    /// <summary>The address with what was asked behind it.</summary>
    public string PathAndQuery => Http.Request.Path + Http.Request.QueryString;

    /// <summary>What was asked behind the address; empty where nothing was.</summary>
    /// <param name="name">Under which name.</param>
    public string Asked(string name) => Http.Request.Query[name].ToString();

    /// <summary>The token that goes along with every form.</summary>
    public string FormToken => antiforgery.GetAndStoreTokens(Http).RequestToken ?? "";

    /// <summary>A number that no page shown before has: the same form is not done twice.</summary>
    public string FormNumber => _formNumber ??= Guid.NewGuid().ToString("N");

    /// <summary>What the page before wanted said: something was done. Said once.</summary>
    public Text? Notice
    {
        get
        {
            if (_isNoticeTaken)
                return _notice;
            _isNoticeTaken = true;
            return _notice = brief.Take(Http, BriefState.Notice)?.Split('\n', 2) is [var dutch, var english] ? new Text(dutch, english) : null;
        }
    }

    /// <summary>A sentence in the language of the page.</summary>
    /// <param name="dutch">In Dutch.</param>
    /// <param name="english">In English.</param>
    public string Say(string dutch, string english) => Language == "en" ? english : dutch;

    /// <summary>A sentence in the language of the page.</summary>
    /// <param name="text">In both languages.</param>
    public string Say(Text text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Language);
    }

    /// <summary>The word for a kind or a state.</summary>
    /// <param name="value">The kind or state.</param>
    public string Word<T>(T value) where T : struct, Enum => Language == "en" ? Words.English(value) : Words.Dutch(value);
}
