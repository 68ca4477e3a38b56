using System.Text;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Spectre.Console;

namespace Koers.Cli.Tests.Report;

/// <summary>A page of which a test reads the lines.</summary>
internal sealed class Paper
{
    private readonly StringBuilder _text = new();

    public Paper(int width = 80, Vocabulary? vocabulary = null)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(new StringWriter(_text)),
        });
        console.Profile.Width = width;
        Page = new Page(console, width, Glyphs.Ascii, vocabulary ?? Vocabulary.English);
    }

    public Page Page { get; }

    public string Text => _text.ToString().ReplaceLineEndings("\n");

    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}
