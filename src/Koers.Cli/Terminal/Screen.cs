using System.Globalization;
using Koers.Cli.Texts;
using Spectre.Console;

namespace Koers.Cli.Terminal;

/// <summary>The two outputs of the program: results on standard output, messages on standard error.</summary>
internal sealed class Screen
{
    private const int DefaultWidth = 80;
    private const int Narrowest = 40;
    private const int Widest = 140;

    private Screen(Vocabulary vocabulary, Page results, IAnsiConsole messages, bool isLive, Glyphs messageGlyphs)
    {
        Vocabulary = vocabulary;
        Results = results;
        Messages = messages;
        IsLive = isLive;
        MessageGlyphs = messageGlyphs;
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>The page for results.</summary>
    public Page Results { get; }

    /// <summary>Standard error, for the live display.</summary>
    public IAnsiConsole Messages { get; }

    /// <summary>Whether standard error is a terminal on which lines can be drawn over.</summary>
    public bool IsLive { get; }

    /// <summary>The signs that standard error can show.</summary>
    public Glyphs MessageGlyphs { get; }

    /// <summary>The screen that the program runs on.</summary>
    public static Screen Open(Language language, Func<string, string?> environment)
    {
        var vocabulary = Vocabulary.In(language);
        Glyphs Signs(bool redirected) => Glyphs.For(Console.OutputEncoding, !redirected, environment);
        var canDraw = environment("TERM") is not "dumb";
        var results = Create(
            Console.Out, !Console.IsOutputRedirected && canDraw, Width(Console.IsOutputRedirected, environment), environment);
        var messages = Create(
            Console.Error, !Console.IsErrorRedirected && canDraw, Width(Console.IsErrorRedirected, environment), environment);
        return new Screen(
            vocabulary, new Page(results, results.Profile.Width, Signs(Console.IsOutputRedirected), vocabulary), messages,
            !Console.IsErrorRedirected && messages.Profile.Capabilities.Ansi, Signs(Console.IsErrorRedirected));
    }

    /// <summary>A line of message: from files and paths come names, so it is cleaned.</summary>
    public static void Message(string text) => Console.Error.WriteLine(Display.Clean(text, Display.LongestMessage));

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal, int width, Func<string, string?> environment)
    {
        // Enrichment is off: it would, for one, write colours into the logs of build servers
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && string.IsNullOrEmpty(environment("NO_COLOR"))
                ? ColorSystemSupport.Detect
                : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }

    // COLUMNS counts where there is no terminal to ask: a pipe into a pager, a script
    private static int Width(bool redirected, Func<string, string?> environment)
    {
        var asked = int.TryParse(environment("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            ? columns
            : 0;
        var width = redirected ? asked : TerminalWidth() ?? asked;
        return width <= 0 ? DefaultWidth : Math.Clamp(width, Narrowest, Widest);
    }

    private static int? TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
