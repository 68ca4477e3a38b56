using Koers.App.Accounts;
using Koers.Cli.Texts;
using Koers.Domain.Accounts;

namespace Koers.Cli.Commands;

/// <summary>What the commands that work with other programs have in common. Who runs them holds the database.</summary>
internal static class Elsewhere
{
    /// <summary>Who does it, as the audit trail says.</summary>
    public static Actor Program { get; } = new(null, "koers", [new Grant(Role.PortfolioManager)], "opdrachtregel");

    /// <summary>Reads a file that is not too large.</summary>
    /// <exception cref="IOException">It cannot be read, or is too large.</exception>
    public static async Task<byte[]> Read(ElsewhereTexts texts, string path, int most, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return file.Length <= most
            ? await File.ReadAllBytesAsync(path, cancellation)
            : throw new IOException(texts.TooLarge.With(path, most >> 20));
    }
}
