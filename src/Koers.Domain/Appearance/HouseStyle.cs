namespace Koers.Domain.Appearance;

/// <summary>The municipality's own look (huisstijl): its name and the colours of what can be clicked. One for the municipality.</summary>
public sealed class HouseStyle
{
    /// <summary>The only key there is.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>What stands at the top of every page, for example "Gemeente Waterrijk".</summary>
    public required string Name { get; set; }

    /// <summary>Colour of buttons, links and lines, as "#rrggbb".</summary>
    public required string Accent { get; set; }

    /// <summary>Colour of text on it.</summary>
    public required string OnAccent { get; set; }

    /// <summary>The same for who has a dark screen.</summary>
    public required string DarkAccent { get; set; }

    /// <summary>Colour of text on that.</summary>
    public required string OnDarkAccent { get; set; }
}
