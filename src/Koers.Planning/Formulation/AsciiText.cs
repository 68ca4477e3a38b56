using System.Globalization;

namespace Koers.Planning.Formulation;

/// <summary>Writes words and numbers to a stream without making strings of them: an exported model has millions. Numbers are invariant and
/// as short as reads back to the same number. Disposing writes what is left and leaves the stream open.</summary>
internal sealed class AsciiText(Stream output) : IDisposable
{
    /// <summary>Longest of what one call adds: a number of 24 characters, or a fixed text of the caller.</summary>
    private const int Longest = 64;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    public void Add(ReadOnlySpan<byte> word)
    {
        MakeRoom();
        word.CopyTo(_buffer.AsSpan(_used));
        _used += word.Length;
    }

    public void Add(int number)
    {
        MakeRoom();
        number.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    public void Add(double number)
    {
        MakeRoom();
        number.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    public void Dispose() => Flush();

    private void MakeRoom()
    {
        if (_used > _buffer.Length - Longest)
            Flush();
    }

    private void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }
}
