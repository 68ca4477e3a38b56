using System.CommandLine;
using System.Text;
using Koers.App.Audit;
using Koers.App.Exchange.Plans;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Cli.Files;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary><c>koers run problem</c>: a problem of the register, to plan with this or another program; <c>koers run add</c>: the plan back into the
/// register.</summary>
internal sealed class RunCommand
{
    private readonly Screen _screen;
    private readonly ElsewhereTexts _texts;
    private readonly RegisterAccess _access;
    private readonly Option<int?> _run;
    private readonly Option<Guid?> _scenario;
    private readonly Option<bool> _draft;

    private RunCommand(Screen screen)
    {
        (_screen, _texts, _access) = (screen, screen.Vocabulary.Elsewhere, new RegisterAccess(screen));
        _run = new Option<int?>("--run") { Description = _texts.OfRun, HelpName = _texts.NumberValue };
        _scenario = new Option<Guid?>("--scenario") { Description = _texts.OfScenario, HelpName = "ID" };
        _draft = SharedSymbols.Flag("--draft", _texts.OfDraft);
    }

    public static Command Create(Screen screen) =>
        new("run", screen.Vocabulary.Elsewhere.Run) { new RunCommand(screen).Problem(), new RunCommand(screen).Add() };

    private Command Problem()
    {
        var file = new Argument<string>("FILE") { Description = _texts.ProblemOut };
        var command = new Command("problem", _texts.Problem) { file, _run, _scenario, _draft, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: true,
            (context, _) => Guard.Run(_screen, async () =>
            {
                var path = parsed.GetValue(file)!;
                if (_access.OutObstacle(parsed, _screen.Vocabulary.Messages, path) is { } obstacle)
                    return Guard.Refuse(obstacle);
                var problem = await new ProblemSource(context).Of(Elsewhere.Program, Chosen(parsed), cancellation);
                if (!OutFile.Write(_screen.Vocabulary.Messages, path, target => target.Write(Encoding.UTF8.GetBytes(problem.Text))))
                    return ExitStatus.Failure;
                var count = problem.Problem.Initiatives.Count;
                _screen.Results.Line(_texts.ProblemWritten.Count(count, $"{count}", path));
                return ExitStatus.Done;
            }),
            cancellation));
        return command;
    }

    private Command Add()
    {
        var file = new Argument<string>("FILE") { Description = _texts.PlanIn };
        var command = new Command("add", _texts.Add) { file, _run, _scenario, _draft, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: true,
            (context, _) => Guard.Run(_screen, async () =>
            {
                var plan = await Elsewhere.Read(_texts, parsed.GetValue(file)!, PlanIntake.LargestFile, cancellation);
                var number = await Intake(context).Take(Elsewhere.Program, plan, Chosen(parsed), mark: null, cancellation);
                var run = await new RunList(context).Show(Elsewhere.Program, number, _screen.Vocabulary.Language == Language.Dutch ? "nl" : "en", cancellation);
                _screen.Results.Line(_texts.Added.With(number, run.Proof ?? ""));
                return ExitStatus.Done;
            }),
            cancellation));
        return command;
    }

    private ProblemChosen Chosen(ParseResult parsed) => new()
    {
        Run = parsed.GetValue(_run),
        Scenario = parsed.GetValue(_scenario),
        Frames = parsed.GetValue(_draft) ? FramesAsked.Draft : null,
    };

    private static PlanIntake Intake(RegisterContext context) =>
        new(context, new AuditTrail(context, TimeProvider.System), new ProblemSource(context), TimeProvider.System);
}
