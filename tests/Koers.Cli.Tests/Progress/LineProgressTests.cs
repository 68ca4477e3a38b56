using System.Text;
using Koers.Cli.Progress;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning;
using Koers.Planning.Analyses;
using Xunit;

namespace Koers.Cli.Tests.Progress;

public class LineProgressTests
{
    private readonly StringBuilder _text = new();

    [Fact]
    public void A_line_comes_at_most_once_a_second_and_at_least_every_five()
    {
        var progress = new LineProgress(new StringWriter(_text), Vocabulary.English);
        progress.Say(At(0.2, null), isStopping: false);
        progress.Say(At(0.5, 10), isStopping: false);   // too soon
        progress.Say(At(1.3, 10), isStopping: false);
        progress.Say(At(3, 10), isStopping: false);     // nothing new
        progress.Say(At(6.4, 10), isStopping: false);   // five seconds have gone by
        Assert.Equal(
            [
                "0.2 s: improving the plan, bound 12.00", "1.3 s: improving the plan, value 10.00, bound 12.00, gap 20.0%",
                "6.4 s: improving the plan, value 10.00, bound 12.00, gap 20.0%",
            ],
            Lines);
    }

    [Fact]
    public void Stopping_is_said_once()
    {
        var progress = new LineProgress(new StringWriter(_text), Vocabulary.Dutch);
        progress.Say(At(0.2, 10), isStopping: true);
        progress.Say(At(0.3, 10), isStopping: true);
        Assert.Equal(2, Lines.Length);
        Assert.StartsWith("Stopt;", Lines[0], StringComparison.Ordinal);
        Assert.Equal("0,2 s: plan verbeteren, waarde 10,00, bovengrens 12,00, marge 20,0%", Lines[1]);
    }

    [Fact]
    public void Steps_of_an_analysis_say_of_what()
    {
        Assert.Equal("3 of 5 plans made", LineSteps.Steps(
            Vocabulary.English.Messages, Numbers.For(Language.English), new AnalysisProgress(3, 5), Vocabulary.English.Messages.StepsOf));
        Assert.Equal("1.200 van 10.000 simulaties", LineSteps.Steps(
            Vocabulary.Dutch.Messages, Numbers.For(Language.Dutch), new AnalysisProgress(1200, 10_000), Vocabulary.Dutch.Risk.StepsOf));
    }

    private string[] Lines => _text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static PlanningProgress At(double seconds, double? value) =>
        new(PlanningPhase.Improving, TimeSpan.FromSeconds(seconds), value, 12, value is null ? null : (12 - value) / value);
}
