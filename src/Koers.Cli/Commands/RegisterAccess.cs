using System.CommandLine;
using System.Data.Common;
using Koers.App.Storage;
using Koers.Cli.Files;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Microsoft.EntityFrameworkCore;

namespace Koers.Cli.Commands;

/// <summary>The option that says where the register is, and what every command that opens it does.</summary>
internal sealed class RegisterAccess
{
    /// <summary>The database where none was named.</summary>
    public const string Otherwise = "koers.db";

    private readonly RegisterTexts _texts;

    public RegisterAccess(Screen screen)
    {
        _texts = screen.Vocabulary.Register;
        Option = new Option<string>("--database") { Description = _texts.Address, HelpName = _texts.AddressValue };
    }

    public Option<string> Option { get; }

    /// <summary>Opens the register and does something with it; one clear line where that cannot be.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isMade">Whether it must be there and up to date.</param>
    /// <param name="work">What to do, with the name of the register; gives the exit status.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<int> With(ParseResult parsed, bool isMade, Func<RegisterContext, string, Task<int>> work, CancellationToken cancellation) =>
        Address(parsed) is { } address
            ? With(address, isMade, work, cancellation)
            : Task.FromResult(Refuse(_texts.BadAddress));

    /// <summary>The same, where the address is known.</summary>
    public async Task<int> With(
        DatabaseAddress address, bool isMade, Func<RegisterContext, string, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            await using var context = RegisterContext.Open(address);
            return await Obstacle(context, address, isMade, cancellation) is { } obstacle ? Refuse(obstacle) : await work(context, address.Shown);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            return Refuse(_texts.Unreachable.With(address.Shown, e.Message.ReplaceLineEndings(" ")));
        }
    }

    /// <summary>Where the register is; null where that cannot be read.</summary>
    public DatabaseAddress? Address(ParseResult parsed) =>
        Read(parsed.GetValue(Option) ?? Environment.GetEnvironmentVariable("KOERS_DATABASE") ?? Otherwise);

    /// <summary>What stands in the way of writing a file beside this register, as one line; null = nothing. The register itself is no file to write
    /// to, nor is what SQLite keeps beside it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="texts">Words for it.</param>
    /// <param name="path">The file.</param>
    public string? OutObstacle(ParseResult parsed, MessageTexts texts, string path) => Address(parsed) is { Kind: DatabaseKind.Sqlite } address
        ? OutFile.Obstacle(texts, path, address.Shown, address.Shown + "-wal", address.Shown + "-shm", address.Shown + "-journal")
        : OutFile.Obstacle(texts, path);

    /// <summary>Reads an address; null where it is none.</summary>
    public static DatabaseAddress? Read(string text)
    {
        try
        {
            return DatabaseAddress.Parse(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<string?> Obstacle(RegisterContext context, DatabaseAddress address, bool isMade, CancellationToken cancellation)
    {
        // To look into a file that is not there would make it
        var isThere = address.Kind == DatabaseKind.Sqlite
            ? File.Exists(address.Shown)
            : isMade || await context.Database.CanConnectAsync(cancellation);
        var applied = isThere ? (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToArray() : [];
        var known = context.Database.GetMigrations().ToArray();
        return applied.Except(known).Any() ? _texts.NewerThanProgram.With(address.Shown)
            : isMade && known.Except(applied).Any() ? _texts.NotMigrated.With(address.Shown)
            : null;
    }

    private static int Refuse(string message)
    {
        Screen.Message(message);
        return ExitStatus.Unusable;
    }
}
