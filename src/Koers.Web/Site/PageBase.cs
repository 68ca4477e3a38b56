using Koers.App.Requests;
using Microsoft.AspNetCore.Components;

namespace Koers.Web.Site;

/// <summary>What every page and part of a page has: who looks, and words in their language.</summary>
public abstract class PageBase : ComponentBase
{
    /// <summary>Who looks at the page, and how.</summary>
    [Inject]
    public required PageContext Here { get; set; }

    /// <summary>Numbers, money and days in the language of the page.</summary>
    protected Figures Figures => Here.Figures;

    /// <summary>A sentence in the language of the page.</summary>
    protected string Say(string dutch, string english) => Here.Say(dutch, english);

    /// <summary>A sentence in the language of the page.</summary>
    protected string Say(Text text) => Here.Say(text);

    /// <summary>The word for a kind or a state.</summary>
    protected string Word<T>(T value) where T : struct, Enum => Here.Word(value);
}

/// <summary>A page that shows one model, which its handler filled.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class PageOf<TModel> : PageBase
{
    /// <summary>What it shows.</summary>
    [Parameter]
    [EditorRequired]
    public required TModel Model { get; set; }
}
