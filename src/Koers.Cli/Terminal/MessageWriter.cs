using System.Text;

namespace Koers.Cli.Terminal;

/// <summary>Standard error, which may be closed, or a log on a full disk: what cannot be said must not cost the result.</summary>
internal sealed class MessageWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>From here on no message fails.</summary>
    public static void Install() => Console.SetError(Synchronized(new MessageWriter(Console.Error)));

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // There is nowhere left to say it
        }
    }
}
