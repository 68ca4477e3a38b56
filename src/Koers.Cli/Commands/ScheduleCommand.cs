using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Koers.App.Exchange.Schedules;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Cli.Files;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary><c>koers schedule export</c>: the agreement in force for planning programs; <c>koers schedule compare</c>: what they made of it beside it.</summary>
internal sealed class ScheduleCommand(Screen screen)
{
    private const string ByDepartment = "department";

    private readonly ElsewhereTexts _texts = screen.Vocabulary.Elsewhere;
    private readonly RegisterAccess _access = new(screen);

    public static Command Create(Screen screen)
    {
        var command = new ScheduleCommand(screen);
        return new Command("schedule", command._texts.Schedule) { command.Export(), command.Compare() };
    }

    private Command Export()
    {
        var file = new Argument<string>("FILE") { Description = _texts.ScheduleFile };
        var by = new Option<string>("--by") { Description = _texts.By, HelpName = "programme|department", DefaultValueFactory = _ => "programme" };
        by.AcceptOnlyFromAmong("programme", ByDepartment);
        var command = new Command("export", _texts.ScheduleExport) { file, by, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: true,
            (context, _) => Guard.Run(screen, async () =>
            {
                var path = parsed.GetValue(file)!;
                if (_access.OutObstacle(parsed, screen.Vocabulary.Messages, path) is { } obstacle)
                    return Guard.Refuse(obstacle);
                var grouping = parsed.GetValue(by) == ByDepartment ? ScheduleGrouping.Department : ScheduleGrouping.Programme;
                var schedule = await new ScheduleExport(context).Mspdi(Elsewhere.Program, grouping, cancellation);
                if (!OutFile.Write(screen.Vocabulary.Messages, path, target => target.Write(schedule)))
                    return ExitStatus.Failure;
                screen.Results.Line(_texts.ScheduleWritten.With(path));
                return ExitStatus.Done;
            }),
            cancellation));
        return command;
    }

    private Command Compare()
    {
        var file = new Argument<string>("FILE") { Description = _texts.ScheduleIn };
        var json = SharedSymbols.Flag("--json", _texts.Json);
        var command = new Command("compare", _texts.ScheduleCompare) { file, json, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: true,
            (context, _) => Guard.Run(screen, () => Compare(context, parsed.GetValue(file)!, parsed.GetValue(json), cancellation)),
            cancellation));
        return command;
    }

    private async Task<int> Compare(RegisterContext context, string path, bool isJson, CancellationToken cancellation)
    {
        var file = await Elsewhere.Read(_texts, path, ScheduleComparison.LargestFile, cancellation);
        var preview = await new ScheduleComparison(context).Compare(Elsewhere.Program, file, cancellation);
        if (isJson)
        {
            await using var output = Console.OpenStandardOutput();
            await JsonSerializer.SerializeAsync(output, preview, RegisterJson.Options, cancellation);
            return ExitStatus.Done;
        }

        screen.Results.Line(_texts.Unchanged.Count(preview.Unchanged, $"{preview.Unchanged}", preview.Agreement));
        foreach (var moved in preview.Differences)
            screen.Results.Line(_texts.Moved.With(
                Display.Clean(moved.Number), Display.Clean(moved.Name), Day(moved.StartAgreed), Day(moved.FinishAgreed), Day(moved.StartInFile), Day(moved.FinishInFile)));
        foreach (var missing in preview.Missing)
            screen.Results.Line(_texts.Missing.With(Display.Clean(missing)));
        foreach (var unknown in preview.Unknown)
            screen.Results.Line(_texts.Unknown.With(unknown.Line, Display.Clean(unknown.Name)));
        return ExitStatus.Done;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
