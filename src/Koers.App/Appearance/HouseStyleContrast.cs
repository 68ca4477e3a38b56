using System.Globalization;
using Koers.App.Requests;
using Koers.Domain.Appearance;

namespace Koers.App.Appearance;

/// <summary>Whether people can read and find what a look colours: WCAG 2.2, success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (controls, 3:1).</summary>
public static class HouseStyleContrast
{
    /// <summary>Fewest contrast of text.</summary>
    public const double ForText = 4.5;

    /// <summary>Fewest contrast of the edge of a control, and of signs that mean something.</summary>
    public const double ForControls = 3;

    /// <summary>Every pair of colours that stands on a page, light and dark. Colours that are none are left out.</summary>
    /// <param name="input">The look.</param>
    public static IReadOnlyList<ContrastLine> Of(HouseStyleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return
        [
            .. HouseStyleTones.Light(input) is { } light ? Lines(light, "", new("licht", "light")) : [],
            .. HouseStyleTones.Dark(input) is { } dark ? Lines(dark, "Donker", new("donker", "dark")) : [],
        ];
    }

    private static ContrastLine[] Lines(HouseStyleTones tones, string suffix, Text screen) =>
    [
        new("/opAccent" + suffix, screen, new("Tekst op een knop", "Text on a button"), tones.OnAccent, tones.Accent, ForText),
        new("/accent" + suffix, screen, new("Link op de pagina", "Link on the page"), tones.Accent, tones.Page, ForText),
        new("/accent" + suffix, screen, new("Link op een vlak", "Link on a panel"), tones.Accent, tones.Panel, ForText),
        new("/accent" + suffix, screen, new("Tekst op een zachte tint", "Text on a soft tone"), tones.Accent, tones.Soft, ForText),
        new("/accent" + suffix, screen, new("Rand van een knop", "Edge of a button"), tones.Accent, tones.Control, ForControls),
    ];
}

/// <summary>Two colours that stand together.</summary>
/// <param name="Where">The field that can mend it, as a JSON pointer.</param>
/// <param name="Screen">On which screen.</param>
/// <param name="What">What it is.</param>
/// <param name="Front">What is to be seen.</param>
/// <param name="Behind">On what.</param>
/// <param name="Needed">Fewest contrast.</param>
public sealed record ContrastLine(string Where, Text Screen, Text What, Colour Front, Colour Behind, double Needed)
{
    /// <summary>The contrast, 1 to 21.</summary>
    public double Ratio => Front.Contrast(Behind);

    /// <summary>Whether it is enough. Not rounded: 4.499 is too little.</summary>
    public bool Holds => Ratio >= Needed;

    /// <summary>What is wrong where it does not hold.</summary>
    public Text Fault => new(
        $"{What.Dutch} ({Screen.Dutch} scherm): contrast {Written.Replace('.', ',')}:1, nodig is {Least.Replace('.', ',')}:1.",
        $"{What.English} ({Screen.English} screen): contrast {Written}:1, needed is {Least}:1.");

    // Rounded down, so that 4.499 does not read as enough
    private string Written => (Math.Floor(Ratio * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private string Least => Needed.ToString(CultureInfo.InvariantCulture);
}
