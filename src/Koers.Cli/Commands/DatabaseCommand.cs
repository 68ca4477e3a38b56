using System.CommandLine;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Microsoft.EntityFrameworkCore;

namespace Koers.Cli.Commands;

/// <summary><c>koers db migrate</c>: makes the database of the register, or brings it up to date.</summary>
internal static class DatabaseCommand
{
    public static Command Create(Screen screen)
    {
        var texts = screen.Vocabulary.Register;
        var access = new RegisterAccess(screen);
        var migrate = new Command("migrate", texts.Migrate) { access.Option };
        migrate.SetAction((parsed, cancellation) => access.With(
            parsed,
            isMade: false,
            async (context, name) =>
            {
                var pending = await context.Database.CanConnectAsync(cancellation)
                    ? (await context.Database.GetPendingMigrationsAsync(cancellation)).Count()
                    : context.Database.GetMigrations().Count();
                await RegisterFile.Migrate(context, access.Address(parsed)!, cancellation);
                if (context is PostgreSqlRegister)
                    new HangfireBell(access.Address(parsed)!).Prepare();
                screen.Results.Line(pending == 0 ? texts.UpToDate.With(name) : texts.Migrated.Count(pending, $"{pending}", name));
                return ExitStatus.Done;
            },
            cancellation));
        return new Command("db", texts.Database) { migrate };
    }
}
