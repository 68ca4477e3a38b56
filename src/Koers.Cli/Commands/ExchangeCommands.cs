using System.CommandLine;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Exchange.Archive;
using Koers.App.Exchange.Backup;
using Koers.App.Storage;
using Koers.Cli.Files;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary><c>koers export</c>, <c>import</c>, <c>backup</c> and <c>restore</c>: the whole register in one file, and back.</summary>
internal sealed class ExchangeCommands(Screen screen)
{
    private static readonly Actor Program = new(null, "koers", [], "opdrachtregel");

    private readonly ExchangeTexts _texts = screen.Vocabulary.Exchange;
    private readonly RegisterAccess _access = new(screen);

    public static IEnumerable<Command> Create(Screen screen)
    {
        var commands = new ExchangeCommands(screen);
        return [commands.Export(), commands.Import(), commands.Backup(), commands.Restore()];
    }

    private Command Export()
    {
        var (file, secrets) = (FileArgument(_texts.ExportFile), SharedSymbols.Flag("--with-secrets", _texts.WithSecrets));
        var command = new Command("export", _texts.Export) { file, secrets, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed, isMade: true, (context, _) => Guard.Run(screen, () => Write(context, parsed, parsed.GetValue(file)!, parsed.GetValue(secrets), cancellation)), cancellation));
        return command;
    }

    private async Task<int> Write(RegisterContext context, ParseResult parsed, string path, bool hasSecrets, CancellationToken cancellation)
    {
        if (_access.OutObstacle(parsed, screen.Vocabulary.Messages, path) is { } obstacle)
            return Guard.Refuse(obstacle);
        // To a file of its own first: what is written whole is then put in its place
        var temporary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var made = new FileStream(temporary, RegisterFile.Private(FileMode.CreateNew, FileOptions.DeleteOnClose));
        var manifest = await new RegisterArchive(context, TimeProvider.System).Write(made, hasSecrets, cancellation);
        made.Position = 0;
        if (!OutFile.WritePrivate(screen.Vocabulary.Messages, path, target => made.CopyTo(target)))
            return ExitStatus.Failure;
        await new AuditTrail(context, TimeProvider.System).Save(
            Program, new Happening("register.exporteren", "register", After: hasSecrets ? """{"geheimen":true}""" : """{"geheimen":false}"""), cancellation);
        Tell(_texts.Exported, manifest, path);
        return ExitStatus.Done;
    }

    private Command Import()
    {
        var file = FileArgument(_texts.ImportFile);
        var command = new Command("import", _texts.Import) { file, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: true,
            (context, _) => Guard.Run(screen, async () =>
            {
                var path = parsed.GetValue(file)!;
                await using var source = File.OpenRead(path);
                var manifest = await new RegisterArchive(context, TimeProvider.System).Read(source, isReplaced: false, cancellation);
                Tell(_texts.Imported, manifest, path);
                if (!manifest.HasSecrets)
                    screen.Results.Line(_texts.NoSecrets);
                return ExitStatus.Done;
            }),
            cancellation));
        return command;
    }

    private Command Backup()
    {
        var file = FileArgument(_texts.BackupFile);
        var command = new Command("backup", _texts.Backup) { file, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: true,
            (_, name) => Guard.Run(screen, async () =>
            {
                var path = parsed.GetValue(file)!;
                await new RegisterBackup(_access.Address(parsed)!, TimeProvider.System).Make(Program, path, cancellation);
                screen.Results.Line(_texts.BackedUp.With(name, path));
                return ExitStatus.Done;
            }),
            cancellation));
        return command;
    }

    private Command Restore()
    {
        var (file, replace) = (FileArgument(_texts.RestoreFile), SharedSymbols.Flag("--replace", _texts.Replace));
        var command = new Command("restore", _texts.Restore) { file, replace, _access.Option };
        command.SetAction((parsed, cancellation) => _access.With(
            parsed,
            isMade: false,
            (_, name) => Guard.Run(screen, async () =>
            {
                var path = parsed.GetValue(file)!;
                var aside = await new RegisterBackup(_access.Address(parsed)!, TimeProvider.System).Restore(Program, path, parsed.GetValue(replace), cancellation);
                screen.Results.Line(_texts.Restored.With(name, path));
                if (aside is not null)
                    screen.Results.Line(_texts.KeptAside.With(aside));
                return ExitStatus.Done;
            }),
            cancellation));
        return command;
    }

    private static Argument<string> FileArgument(string description) => new("FILE") { Description = description };

    private void Tell(string text, ArchiveManifest manifest, string path)
    {
        var rows = manifest.Files.Sum(f => f.Rows);
        screen.Results.Line(text.Count(rows, $"{rows}", path));
    }
}
