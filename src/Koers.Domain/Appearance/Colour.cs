using System.Globalization;

namespace Koers.Domain.Appearance;

/// <summary>A colour of a screen (sRGB), without transparency.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>White.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>How much light it gives, 0 (black) to 1 (white): relative luminance of WCAG 2.2.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads a colour as style sheets write it; null where it is none.</summary>
    /// <param name="text">For example "#0b5c63"; capitals are as good.</param>
    public static Colour? Read(string? text) =>
        text is ['#', _, _, _, _, _, _] && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new Colour((byte)(number >> 16), (byte)((number >> 8) & 255), (byte)(number & 255))
            : null;

    /// <summary>How well one is seen on the other, 1 (not at all) to 21 (black on white): contrast ratio of WCAG 2.2.</summary>
    /// <param name="other">The other colour.</param>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance + 0.05, other.Luminance + 0.05);
        return Math.Max(one, two) / Math.Min(one, two);
    }

    /// <summary>This colour with some of another in it.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">How much of the other, 0 to 1.</param>
    public Colour Mixed(Colour other, double share) => new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    /// <summary>As style sheets write it, for example "#0b5c63".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static byte Between(byte one, byte other, double share) => (byte)Math.Round(one + ((other - one) * share));

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
