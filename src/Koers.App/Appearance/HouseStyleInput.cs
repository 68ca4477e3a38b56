using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Appearance;

namespace Koers.App.Appearance;

/// <summary>The municipality's own look, as somebody fills it in.</summary>
public sealed record HouseStyleInput
{
    private const int LongestName = 60;

    /// <summary>What stands at the top of every page.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>Colour of buttons, links and lines, as "#rrggbb".</summary>
    [JsonPropertyName("accent")]
    public required string Accent { get; init; }

    /// <summary>Colour of text on it.</summary>
    [JsonPropertyName("opAccent")]
    public required string OnAccent { get; init; }

    /// <summary>The same for who has a dark screen.</summary>
    [JsonPropertyName("accentDonker")]
    public required string DarkAccent { get; init; }

    /// <summary>Colour of text on that.</summary>
    [JsonPropertyName("opAccentDonker")]
    public required string OnDarkAccent { get; init; }

    /// <summary>The look that Koers comes with.</summary>
    public static HouseStyleInput Usual { get; } = new() { Name = "", Accent = "#0b5c63", OnAccent = "#ffffff", DarkAccent = "#7fd0d6", OnDarkAccent = "#10151c" };

    internal static HouseStyleInput Of(HouseStyle style) => new()
    {
        Name = style.Name,
        Accent = style.Accent,
        OnAccent = style.OnAccent,
        DarkAccent = style.DarkAccent,
        OnDarkAccent = style.OnDarkAccent,
    };

    internal void Write(HouseStyle style)
    {
        style.Name = Name.Trim();
        (style.Accent, style.OnAccent) = (Accent.ToLowerInvariant(), OnAccent.ToLowerInvariant());
        (style.DarkAccent, style.OnDarkAccent) = (DarkAccent.ToLowerInvariant(), OnDarkAccent.ToLowerInvariant());
    }

    /// <summary>Notes what is wrong: a name of one line, colours that are colours, and contrasts that people can read.</summary>
    internal void Gather(InputCheck check)
    {
        check.Line(Name, "/naam", LongestName);
        foreach (var (colour, where) in ((string, string)[])[(Accent, "/accent"), (OnAccent, "/opAccent"), (DarkAccent, "/accentDonker"), (OnDarkAccent, "/opAccentDonker")])
            check.That(
                Colour.Read(colour) is not null, where, "Schrijf een kleur als # met zes tekens, bijvoorbeeld #0b5c63.",
                "Write a colour as # with six characters, for example #0b5c63.");
        foreach (var line in HouseStyleContrast.Of(this).Where(line => !line.Holds))
            check.That(false, line.Where, line.Fault.Dutch, line.Fault.English);
    }
}
