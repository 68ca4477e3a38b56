using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Spectre.Console;

namespace Koers.Cli.Progress;

/// <summary>Keeps the last thing that an analysis said; written on its threads, read on the display's.</summary>
internal sealed class LatestStep : IProgress<AnalysisProgress>
{
    private AnalysisProgress _latest = new(0, 0);

    public AnalysisProgress Now => Volatile.Read(ref _latest);

    public void Report(AnalysisProgress value) => Volatile.Write(ref _latest, value);
}

/// <summary>Progress of an analysis where no terminal is: a plain line on standard error after a second, where something is known,
/// and then every three seconds.</summary>
internal sealed class LineSteps(TextWriter output, Vocabulary vocabulary, string stepsOf)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private readonly Numbers _numbers = Numbers.For(vocabulary.Language);

    public void Follow(Task run, LatestStep latest, StopSignals signals)
    {
        var start = TimeProvider.System.GetTimestamp();
        var said = TimeSpan.Zero;
        var saidStopping = false;
        while (Task.WaitAny([run], Tick) < 0)
        {
            if (signals.IsStopping && !saidStopping)
                output.WriteLine(vocabulary.Messages.StoppingAnalysis);
            saidStopping |= signals.IsStopping;
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            var isFirst = said == TimeSpan.Zero && latest.Now.Total > 0;
            if (elapsed - said < (isFirst ? First : Every))
                continue;
            said = elapsed;
            output.WriteLine(_numbers.Time(elapsed) + ": " + Steps(vocabulary.Messages, _numbers, latest.Now, stepsOf));
        }
    }

    /// <summary>12 of 30 plans made.</summary>
    public static string Steps(MessageTexts texts, Numbers numbers, AnalysisProgress now, string stepsOf) =>
        now.Total > 0 ? stepsOf.With(numbers.Whole(now.Done), numbers.Whole(now.Total)) : texts.Preparing;
}

/// <summary>Progress of an analysis on a terminal: lines that are drawn over, and are gone when the result comes.</summary>
internal sealed class LiveSteps(Screen screen, string title, string stepsOf)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private readonly Numbers _numbers = Numbers.For(screen.Vocabulary.Language);
    // Room is left at the end of a line for the ^C that terminals echo: a line that breaks would leave rubbish behind
    private readonly int _width = screen.Messages.Profile.Width - 4;

    public void Follow(Task run, LatestStep latest, StopSignals signals)
    {
        var start = TimeProvider.System.GetTimestamp();
        Rows Now() => Draw(latest.Now, TimeProvider.System.GetElapsedTime(start), signals.IsStopping);
        screen.Messages.Live(Now()).AutoClear(true).Start(display =>
        {
            while (Task.WaitAny([run], Tick) < 0)
                display.UpdateTarget(Now());
        });
    }

    private Rows Draw(AnalysisProgress now, TimeSpan elapsed, bool isStopping)
    {
        var (texts, glyphs) = (screen.Vocabulary.Messages, screen.MessageGlyphs);
        var bar = Bars.Draw(
            Math.Clamp(_width - 48, 8, 40), Math.Max(1, now.Total),
            new BarPart(now.Done, glyphs.Full, Styles.Used), new BarPart(Math.Max(0, now.Total - now.Done), glyphs.Light, Styles.Faint));
        return new Rows(
            Line(new Span(title, Styles.Heading)),
            Line([.. bar, "  " + LineSteps.Steps(texts, _numbers, now, stepsOf) + "  " + _numbers.Time(elapsed)]),
            Line(new Span(isStopping ? texts.StoppingAnalysis : texts.CtrlCAnalysis, Styles.Faint)));
    }

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
