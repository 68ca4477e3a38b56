using Spectre.Console;

namespace Koers.Cli.Terminal;

/// <summary>A piece of a line in one style.</summary>
internal readonly record struct Span(string Text, Style? Style = null)
{
    public static implicit operator Span(string text) => new(text);
}

/// <summary>The styles of a result. Every meaning is also in the words or the shapes: styles only help the eye.</summary>
internal static class Styles
{
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Faint { get; } = new(Color.Grey);

    public static Style Used { get; } = new(Color.Teal);

    public static Style Hired { get; } = new(Color.Olive);

    public static Style Bad { get; } = new(Color.Red);
}
