using System.CommandLine;
using System.Globalization;
using Koers.App.Demo;
using Koers.App.Storage;
using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Web;
using Microsoft.EntityFrameworkCore;

namespace Koers.Cli.Commands;

/// <summary><c>koers demo</c>: an invented municipality, planned and served.</summary>
internal static class DemoCommand
{
    private const string Otherwise = "koers-demo.db";
    private const int StandardPort = 5080;
    private const int HighestPort = 65_535;

    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Serve;
        var access = new RegisterAccess(screen);
        // Not the register's own option: a demo never lands in the database that the environment names
        var file = new Option<string?>("--database") { Description = texts.DemoDatabase.With(Otherwise), HelpName = screen.Vocabulary.Register.AddressValue };
        var port = SharedSymbols.Value(
            "--port", texts.Port, screen.Vocabulary.Commands.NumberValue, StandardPort, text => OptionValues.Whole(text, 0, HighestPort),
            texts.BadPort, $"{HighestPort}");
        var noServe = SharedSymbols.Flag("--no-serve", texts.NoServe);
        var command = new Command("demo", texts.Demo) { file, port, noServe };
        command.SetAction((parsed, cancellation) =>
        {
            if (RegisterAccess.Read(parsed.GetValue(file) ?? Otherwise) is { } address)
                return access.With(
                    address, isMade: false,
                    (context, name) => Run(screen, context, address, name, parsed.GetValue(noServe) ? null : parsed.GetValue(port), cancellation),
                    cancellation);
            Screen.Message(screen.Vocabulary.Register.BadAddress);
            return Task.FromResult(ExitStatus.Unusable);
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, RegisterContext context, DatabaseAddress address, string name, int? port, CancellationToken cancellation)
    {
        var texts = screen.Vocabulary.Serve;
        // Nothing is done to what may be somebody's register, not even a migration
        if (!await MayBeUsed(context, address, cancellation))
        {
            Screen.Message(texts.NotADemo.With(name));
            return ExitStatus.Unusable;
        }

        if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await RegisterFile.Migrate(context, address, cancellation);
        var isMade = await DemoMunicipality.IsDemo(context, cancellation);
        if (!isMade)
        {
            Screen.Message(texts.MakingDemo.With(DemoMunicipality.Name));
            await DemoMunicipality.Fill(context, TimeProvider.System, cancellation);
        }

        await Tell(screen, context, (isMade ? texts.DemoReused : texts.DemoMade), name, cancellation);
        if (port is not { } listening)
            return ExitStatus.Done;
        var settings = new ServerSettings
        {
            Database = address,
            Addresses = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{listening}"),
        };
        return await Serving.Run(screen, settings, Serving.Build(settings), "--port", () => Accounts(screen));
    }

    private static async Task<bool> MayBeUsed(RegisterContext context, DatabaseAddress address, CancellationToken cancellation)
    {
        var isThere = address.Kind == DatabaseKind.Sqlite ? File.Exists(address.Shown) : await context.Database.CanConnectAsync(cancellation);
        if (!isThere || !(await context.Database.GetAppliedMigrationsAsync(cancellation)).Any())
            return true;
        return await DemoMunicipality.IsDemo(context, cancellation)
            || (!(await context.Database.GetPendingMigrationsAsync(cancellation)).Any() && await DemoMunicipality.IsEmpty(context, cancellation));
    }

    private static async Task Tell(Screen screen, RegisterContext context, string text, string name, CancellationToken cancellation)
    {
        var numbers = screen.Results.Numbers;
        screen.Results.Paragraph(text.With(name, numbers.Whole(await context.Initiatives.CountAsync(cancellation)), DemoMunicipality.Name));
        var agreed = await context.Agreements.OrderByDescending(a => a.Number).Select(a => a.RunId).FirstAsync(cancellation);
        var run = await context.Runs.Where(r => r.Id == agreed).Select(r => new { r.Value, r.Bound, r.Gap }).FirstAsync(cancellation);
        screen.Results.Paragraph(screen.Vocabulary.Serve.DemoPlan.With(
            numbers.Points(run.Value!.Value), numbers.Points(run.Bound!.Value), numbers.Gap(run.Gap!.Value)));
    }

    private static void Accounts(Screen screen)
    {
        var texts = screen.Vocabulary.Serve;
        screen.Results.Blank();
        var table = new TextTable(new Column(texts.RoleColumn, Fit: Fit.Wrap), new Column(texts.AccountColumn, Style: Styles.Strong), new Column(texts.PasswordColumn));
        foreach (var (_, userName, displayName) in DemoMunicipality.Accounts)
            table.Row(displayName, userName, DemoMunicipality.Password);
        table.Write(screen.Results);
        screen.Results.Blank();
        screen.Results.Paragraph(texts.DemoWarning);
    }
}
