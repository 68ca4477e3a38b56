using Koers.App.Requests;

namespace Koers.App.Planning;

/// <summary>Gathers why no problem can be made of the register, so that all of it is said at once.</summary>
internal sealed class Obstacles
{
    private const int MostTold = 20;

    private readonly List<Text> _texts = [];

    public void Add(string dutch, string english) => _texts.Add(new Text(dutch, english));

    /// <exception cref="AgainstRuleException">Something stands in the way.</exception>
    public void Done()
    {
        if (_texts.Count == 0)
            return;
        var told = _texts.Distinct().ToArray();
        var more = told.Length > MostTold ? told.Length - MostTold : 0;
        throw new AgainstRuleException(new Text(
            "Zo kan niet gepland worden. " + string.Join(' ', told.Take(MostTold).Select(t => t.Dutch)) + (more > 0 ? $" En nog {more}." : ""),
            "This cannot be planned. " + string.Join(' ', told.Take(MostTold).Select(t => t.English)) + (more > 0 ? $" And {more} more." : "")));
    }
}
