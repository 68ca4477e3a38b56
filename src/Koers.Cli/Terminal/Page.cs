using Koers.Cli.Texts;
using Spectre.Console;

namespace Koers.Cli.Terminal;

/// <summary>Where results are written: lines of at most a width, in one language, with the signs that the terminal knows.</summary>
internal sealed class Page(IAnsiConsole console, int width, Glyphs glyphs, Vocabulary vocabulary)
{
    public int Width { get; } = width;

    public Glyphs Glyphs { get; } = glyphs;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public Numbers Numbers { get; } = Numbers.For(vocabulary.Language);

    public void Blank() => console.WriteLine();

    public void Heading(string text)
    {
        Blank();
        foreach (var line in Display.Wrap(text, Width))
            Line(new Span(line, Styles.Heading));
    }

    /// <summary>Text of any length, broken between words.</summary>
    public void Paragraph(string text, int indent = 0, Style? style = null)
    {
        foreach (var line in Display.Wrap(Glyphs.Adapt(text), Width - indent))
            Line(new string(' ', indent), new Span(line, style));
    }

    /// <summary>One line that the caller has made to fit.</summary>
    public void Line(params ReadOnlySpan<Span> spans)
    {
        var last = spans.Length - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(spans[last].Text))
            last--;
        for (var i = 0; i <= last; i++)
        {
            var text = Glyphs.Adapt(i == last ? spans[i].Text.TrimEnd() : spans[i].Text);
            if (text.Length > 0)
                console.Write(new Text(text, spans[i].Style));
        }

        console.WriteLine();
    }
}
