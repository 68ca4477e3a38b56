using System.Text;

namespace Koers.App.Appearance;

/// <summary>A look as a style sheet: the tokens of NL Design System that have to do with the accent, for light and for dark screens.</summary>
public static class HouseStyleSheet
{
    /// <summary>Writes it. Only colours that were read stand in it, never text that somebody typed.</summary>
    /// <param name="input">The look; null = nothing of its own.</param>
    public static string Write(HouseStyleInput? input)
    {
        if (input is null || HouseStyleTones.Light(input) is not { } light || HouseStyleTones.Dark(input) is not { } dark)
            return "";
        return $".koers {{\n{Tokens(light)}}}\n@media (prefers-color-scheme: dark) {{\n.koers {{\n{Tokens(dark)}}}\n}}\n";
    }

    private static string Tokens(HouseStyleTones tones)
    {
        var text = new StringBuilder();
        foreach (var (name, colour) in ((string, Domain.Appearance.Colour)[])
        [
            ("koers-accent", tones.Accent), ("koers-accent-zacht", tones.Soft),
            ("basis-color-accent-1-color-document", tones.Strong), ("basis-color-accent-1-color-default", tones.Accent),
            ("basis-color-accent-1-color-subtle", tones.Accent), ("basis-color-accent-1-color-hover", tones.Strong),
            ("basis-color-accent-1-color-active", tones.Strong), ("basis-color-accent-1-border-default", tones.Accent),
            ("basis-color-accent-1-border-subtle", tones.Line), ("basis-color-accent-1-border-hover", tones.Strong),
            ("basis-color-accent-1-border-active", tones.Strong), ("basis-color-accent-1-bg-default", tones.Soft),
            ("basis-color-accent-1-bg-subtle", tones.Softer), ("basis-color-accent-1-bg-hover", tones.SoftHover),
            ("basis-color-accent-1-bg-active", tones.SoftHover), ("basis-color-accent-1-inverse-color-default", tones.OnAccent),
            ("basis-color-accent-1-inverse-color-hover", tones.OnAccent), ("basis-color-accent-1-inverse-color-active", tones.OnAccent),
            ("basis-color-accent-1-inverse-bg-default", tones.Accent), ("basis-color-accent-1-inverse-bg-hover", tones.Hover),
            ("basis-color-accent-1-inverse-bg-active", tones.Active),
            ("utrecht-button-primary-action-color", tones.OnAccent), ("utrecht-button-primary-action-background-color", tones.Accent),
            ("utrecht-button-primary-action-border-color", tones.Accent), ("utrecht-button-primary-action-hover-color", tones.OnAccent),
            ("utrecht-button-primary-action-hover-background-color", tones.Hover), ("utrecht-button-primary-action-active-color", tones.OnAccent),
            ("utrecht-button-primary-action-active-background-color", tones.Active),
        ])
            text.Append("  --").Append(name).Append(": ").Append(colour.ToString()).Append(";\n");
        return text.ToString();
    }
}
