using Koers.Domain.Appearance;

namespace Koers.App.Appearance;

/// <summary>All colours of one look, on a light or on a dark screen, worked out from two.</summary>
/// <param name="Accent">Colour of buttons, links and lines.</param>
/// <param name="OnAccent">Colour of text on it.</param>
/// <param name="Page">Colour of the page, of Koers itself.</param>
/// <param name="Panel">Colour of panels on it, of Koers itself.</param>
/// <param name="Control">Colour behind controls that are pointed at, of Koers itself.</param>
internal sealed record HouseStyleTones(Colour Accent, Colour OnAccent, Colour Page, Colour Panel, Colour Control)
{
    private const double PointedAt = 0.15;
    private const double Pressed = 0.3;

    // Those of the tokens in koers.css and the theme below it
    private static readonly Colour DarkPage = new(0x10, 0x15, 0x1c);
    private static readonly Colour DarkPanel = new(0x18, 0x20, 0x2a);
    private static readonly Colour DarkControl = new(0x22, 0x2c, 0x38);
    private static readonly Colour LightPanel = new(0xf9, 0xf9, 0xfa);
    private static readonly Colour LightControl = new(0xef, 0xf1, 0xf3);

    /// <summary>On a light screen.</summary>
    public static HouseStyleTones? Light(HouseStyleInput input) =>
        Colour.Read(input.Accent) is { } accent && Colour.Read(input.OnAccent) is { } on ? new(accent, on, Colour.White, LightPanel, LightControl) : null;

    /// <summary>On a dark screen.</summary>
    public static HouseStyleTones? Dark(HouseStyleInput input) =>
        Colour.Read(input.DarkAccent) is { } accent && Colour.Read(input.OnDarkAccent) is { } on ? new(accent, on, DarkPage, DarkPanel, DarkControl) : null;

    /// <summary>A button that is pointed at: away from the text on it, so that it is read at least as well.</summary>
    public Colour Hover => Accent.Mixed(AwayFrom(OnAccent), PointedAt);

    /// <summary>A button that is pressed.</summary>
    public Colour Active => Accent.Mixed(AwayFrom(OnAccent), Pressed);

    /// <summary>Links that are pointed at: away from the page.</summary>
    public Colour Strong => Accent.Mixed(AwayFrom(Page), Pressed);

    /// <summary>Behind what belongs to the accent.</summary>
    public Colour Soft => Page.Mixed(Accent, 0.1);

    /// <summary>The same, softer.</summary>
    public Colour Softer => Page.Mixed(Accent, 0.05);

    /// <summary>The same, pointed at.</summary>
    public Colour SoftHover => Page.Mixed(Accent, 0.2);

    /// <summary>Lines that only adorn.</summary>
    public Colour Line => Page.Mixed(Accent, 0.45);

    private static Colour AwayFrom(Colour colour) => colour.Luminance > 0.18 ? Colour.Black : Colour.White;
}
