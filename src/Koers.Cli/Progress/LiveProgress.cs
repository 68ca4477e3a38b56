using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning;
using Spectre.Console;

namespace Koers.Cli.Progress;

/// <summary>Progress on a terminal: four lines that are drawn over, and are gone when the result comes.</summary>
internal sealed class LiveProgress(Screen screen, string problem, TimeSpan timeLimit)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private readonly Numbers _numbers = Numbers.For(screen.Vocabulary.Language);
    // Room is left at the end of a line for the ^C that terminals echo: a line that breaks would leave rubbish behind
    private readonly int _width = screen.Messages.Profile.Width - 4;

    private MessageTexts Texts => screen.Vocabulary.Messages;

    public void Follow(Task search, LatestProgress latest, StopSignals signals) =>
        screen.Messages.Live(Draw(latest.Now, isStopping: false)).AutoClear(true).Start(display =>
        {
            while (Task.WaitAny([search], Tick) < 0)
                display.UpdateTarget(Draw(latest.Now, signals.IsStopping));
        });

    private Rows Draw(PlanningProgress now, bool isStopping)
    {
        var glyphs = screen.MessageGlyphs;
        var bar = Bars.Draw(
            Math.Clamp(_width - 48, 8, 40), 1,
            new BarPart(Math.Min(1, now.Elapsed / timeLimit), glyphs.Full, Styles.Used),
            new BarPart(Math.Max(0, 1 - (now.Elapsed / timeLimit)), glyphs.Light, Styles.Faint));
        return new Rows(
            Line(new Span(Texts.Planning.With(Display.Clean(problem)), Styles.Heading)),
            Line([.. bar, "  " + Texts.TimeOf.With(_numbers.Time(now.Elapsed), _numbers.Time(timeLimit))
                + "  " + ProgressText.Phase(Texts, now.Phase)]),
            Line([.. ProgressText.Figures(Texts, _numbers, now).SelectMany(Figure)]),
            Line(new Span(isStopping ? Texts.Stopping : Texts.CtrlC, Styles.Faint)));
    }

    private static Span[] Figure((string Name, string Number) figure) =>
        [new Span(figure.Name + " ", Styles.Faint), new Span(figure.Number.PadRight(14), Styles.Strong)];

    // Cut and never wrapped: a line more or less would leave rubbish on the screen
    private Paragraph Line(params ReadOnlySpan<Span> spans)
    {
        var line = new Paragraph { Overflow = Overflow.Crop };
        var room = _width;
        foreach (var span in spans)
        {
            var text = Display.Cut(screen.MessageGlyphs.Adapt(span.Text), room, screen.MessageGlyphs);
            room -= Display.Width(text);
            line.Append(text, span.Style);
            if (room <= 0)
                break;
        }

        return line;
    }
}
