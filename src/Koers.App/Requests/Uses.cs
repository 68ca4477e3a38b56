namespace Koers.App.Requests;

/// <summary>What uses something that somebody wants to remove. Nothing that is used goes away.</summary>
public sealed class Uses
{
    private const int MostNamed = 5;

    private readonly List<Text> _found = [];

    /// <summary>Notes uses of one kind.</summary>
    /// <param name="names">Which; none where it is not used.</param>
    /// <param name="dutch">Word for the kind in Dutch, for example "initiatief".</param>
    /// <param name="english">The same in English.</param>
    public void Note(IReadOnlyList<string> names, string dutch, string english)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
            return;
        var named = string.Join(", ", names.Take(MostNamed));
        var more = names.Count - MostNamed;
        _found.Add(new Text(
            $"{dutch} {named}" + (more > 0 ? $" en nog {more}" : ""), $"{english} {named}" + (more > 0 ? $" and {more} more" : "")));
    }

    /// <summary>Refuses where anything uses it.</summary>
    /// <param name="what">What somebody wants to remove.</param>
    /// <exception cref="AgainstRuleException">It is used.</exception>
    public void RefuseIfAny(Text what)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (_found.Count > 0)
            throw new AgainstRuleException(new Text(
                $"{what.Dutch} kan niet weg, want het wordt gebruikt door: {string.Join("; ", _found.Select(use => use.Dutch))}.",
                $"{what.English} cannot be removed, because it is used by: {string.Join("; ", _found.Select(use => use.English))}."));
    }
}
